// The three commands of veedor_catalog. Each returns what is wrong; nothing is written unless that is empty.
#pragma once

#include <filesystem>
#include <string>

#include "rules/catalog/problem.h"

namespace veedor::catalog {

// Checks every rule folder of `list` (one id a line) under `rules` and compiles their texts into `out`.
Problems compile_rules(const std::filesystem::path& list, const std::filesystem::path& rules,
                       const std::filesystem::path& out);

// Compiles folder/en.md and folder/es.md into namespace veedor::words::BUNDLE.
Problems compile_words(const std::string& bundle, const std::filesystem::path& folder,
                       const std::filesystem::path& header, const std::filesystem::path& source);

// Puts a file's bytes into veedor::data::SYMBOL.
Problems embed_file(const std::string& symbol, const std::filesystem::path& file,
                    const std::filesystem::path& header, const std::filesystem::path& source);

}  // namespace veedor::catalog
