# relaytab_room(NAME LINKS ... SOURCES ... HEADERS ...)
# One static library a room. Its links are its arrows in docs/architecture: what is not linked here is forbidden there,
# and tests/layers holds the includes to the same drawing. Headers are compiled alone by all_verify_interface_header_sets.
function(relaytab_room name)
  cmake_parse_arguments(ROOM "QT" "" "LINKS;SOURCES;HEADERS" ${ARGN})
  add_library(relaytab_${name} STATIC ${ROOM_SOURCES})
  set_target_properties(relaytab_${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
  if(ROOM_QT)
    # Most of compiling these is reading Qt's headers, once for so many files.
    set_target_properties(relaytab_${name} PROPERTIES AUTOMOC ON AUTORCC ON
      UNITY_BUILD ${RELAYTAB_UNITY} UNITY_BUILD_BATCH_SIZE 8)
  endif()
  target_sources(relaytab_${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${ROOM_HEADERS})
  target_link_libraries(relaytab_${name} PUBLIC ${ROOM_LINKS} PRIVATE relaytab_build_options)
endfunction()

# relaytab_test(NAME SOURCE LINKS ...): one Qt Test program a unit, run offscreen with a clean language.
function(relaytab_test name source)
  cmake_parse_arguments(TEST "" "" "LINKS" ${ARGN})
  add_executable(${name} ${source})
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
  target_link_libraries(${name} PRIVATE Qt6::Test relaytab_build_options ${TEST_LINKS})
  # Optimizing, GCC 12 warns of what its own library does in what was inlined: of "text" + string (GCC bug 105651), of
  # comparing optionals, of stream iterators. The rooms keep these warnings, and are written so that there are none.
  target_compile_options(${name} PRIVATE
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>:-Wno-restrict -Wno-maybe-uninitialized -Wno-null-dereference>)
  target_compile_definitions(${name} PRIVATE RELAYTAB_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;QT_LOGGING_RULES=qt.qpa.*=false" TIMEOUT 300)
endfunction()
