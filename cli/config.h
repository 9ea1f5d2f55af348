// veedor.toml: the options of `veedor scan`, by their long names, at the top level of the file.
//
//   max-pages = 200
//   exclude = ["/calendario/"]
//   header = ["Authorization: env:SITE_TOKEN"]
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "scanner/base/message.h"
#include "scanner/base/result.h"

namespace veedor::cli {

struct Setting {
  std::string key;  // "max-pages"; underscores are read as hyphens
  std::vector<std::string> values;
  int line = 0;
};

// veedor.toml in `folder` or the nearest folder above it, up to the root of a repository (.git) or of the
// file system.
std::optional<std::filesystem::path> find_config(std::filesystem::path folder);

// The settings in the order of their names. `known` are the keys that there are; another one is an error with
// a suggestion. A value "env:NAME" (after "Name: " in a header) is taken from the environment; a cookie, and
// a header that carries a secret, must be.
Result<std::vector<Setting>> read_config(const std::filesystem::path& file,
                                         const std::vector<std::string>& known, Language language);

}  // namespace veedor::cli
