// Sentences with named placeholders: "expires in {days} days". No sentence is glued together from parts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace veedor {

enum class Language { en, es };

// A named value that fills a placeholder.
struct Value {
  std::string name;
  std::string text;
  bool operator==(const Value&) const = default;
};
using Values = std::vector<Value>;

// `pattern` with each {name} replaced. A name without a value stays as it is, so that a slip is seen.
std::string fill(std::string_view pattern, const Values& values);

// The names between braces, sorted, each once.
std::vector<std::string> placeholders(std::string_view pattern);

}  // namespace veedor
