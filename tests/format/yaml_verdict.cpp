// Prints one line a file: clean, invalid-rows or refused. For check_schema.py, which compares it with the JSON Schema.
#include <cstdio>
#include <fstream>
#include <sstream>

#include "backend/format/yaml.h"

int main(int count, char **paths)
{
    for (int i = 1; i < count; ++i) {
        std::ifstream file{paths[i], std::ios::binary};
        std::ostringstream text;
        text << file.rdbuf();
        const auto parsed = relaytab::parseYaml(text.str(), {});
        std::puts(!parsed ? "refused" : parsed->notes.empty() ? "clean" : "invalid-rows");
    }
    return 0;
}
