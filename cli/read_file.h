// Files that the user names, read whole and within a bound.
#pragma once

#include <cstddef>
#include <string>

#include "scanner/base/message.h"
#include "scanner/base/result.h"

namespace veedor::cli {

// The content of a regular file, or of standard input for "-". Pipes and devices, and more than `max_bytes`,
// are refused. The error is a sentence in `language` that names the file.
Result<std::string> read_file(const std::string& name, std::size_t max_bytes, Language language);

}  // namespace veedor::cli
