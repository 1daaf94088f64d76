#include <cstdio>
#include <yaml.h>

// libyaml's events of a file, one after the other, and nothing done with them.

int main(int argc, char *argv[])
{
    std::FILE *const file = argc == 2 ? std::fopen(argv[1], "rb") : nullptr;
    yaml_parser_t parser;
    if (file == nullptr || yaml_parser_initialize(&parser) == 0)
        return 2;
    yaml_parser_set_input_file(&parser, file);
    std::size_t scalars = 0;
    for (bool more = true; more;) {
        yaml_event_t event;
        if (yaml_parser_parse(&parser, &event) == 0)
            return 1;
        scalars += event.type == YAML_SCALAR_EVENT ? 1 : 0;
        more = event.type != YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    std::fclose(file);
    std::printf("%zu\n", scalars);
    return 0;
}
