// Which language to speak: --lang, then VEEDOR_LANG, then the locale, then English.
#pragma once

#include <optional>
#include <string_view>

#include "scanner/base/message.h"

namespace veedor::cli {

// "es", "es_EC.UTF-8" → es; "en…" → en; nothing for another language.
std::optional<Language> parse_language(std::string_view text);

// Looks through the arguments before they are parsed, since help itself has a language.
Language choose_language(int argc, const char* const* argv);

}  // namespace veedor::cli
