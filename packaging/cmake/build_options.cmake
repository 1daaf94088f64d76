# What every target of ours is compiled with. Linked PRIVATE: nothing of it reaches whoever uses a room.
add_library(relaytab_build_options INTERFACE)
target_compile_options(relaytab_build_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
  -Woverloaded-virtual -Wcast-qual -Wextra-semi -Wnull-dereference -Wimplicit-fallthrough
  $<$<BOOL:${RELAYTAB_WERROR}>:-Werror>)
target_compile_definitions(relaytab_build_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH
  QT_NO_KEYWORDS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS QT_USE_QSTRINGBUILDER
  QT_NO_CONTEXTLESS_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400)

if(RELAYTAB_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_compile_definitions(_GLIBCXX_ASSERTIONS)
  add_link_options(-fsanitize=address,undefined)
endif()
if(RELAYTAB_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all)
  add_link_options(-fsanitize=address,undefined)
endif()

find_program(RELAYTAB_CCACHE ccache)
if(RELAYTAB_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${RELAYTAB_CCACHE})
endif()
find_program(RELAYTAB_LLD ld.lld)
if(RELAYTAB_LLD)
  add_link_options(-fuse-ld=lld)
endif()
