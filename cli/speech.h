// Sentences of the command line in the user's language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scanner/base/message.h"
#include "scanner/base/result.h"
#include "words/cli_words.h"

namespace veedor::cli {

using Word = words::cli::Word;

// The word's sentence with its placeholders filled.
std::string say(Word word, Language language, const Values& values = {});
// The same as an error that is ready to be shown.
Error complain(Word word, Language language, const Values& values = {});

// The candidate nearest to `word` by edit distance; empty where none is near enough to be a slip.
std::string_view nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace veedor::cli
