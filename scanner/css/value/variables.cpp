#include "scanner/css/value/variables.h"

#include <algorithm>

#include "scanner/base/text.h"

namespace veedor::css {

namespace {

// Fallbacks within fallbacks; deeper ones make the value invalid.
constexpr int kMaxFallbacks = 32;

bool is_name_byte(char c) {
  return is_ascii_alnum(c) || c == '-' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

// Position behind the comment, string or escape at `at`, or `at` where none of them begins.
std::size_t skip_opaque(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '/' && at + 1 < text.size() && text[at + 1] == '*') {
    const std::size_t end = text.find("*/", at + 2);
    return end == std::string_view::npos ? text.size() : end + 2;
  }
  if (c == '\\') return std::min(at + 2, text.size());
  if (c != '"' && c != '\'') return at;
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == c || text[i] == '\n') {  // a newline ends a bad string
      return i + 1;
    }
  }
  return text.size();
}

enum class Function { none, var, env };

// Is the "(" at `at` that of var() or env()?
Function function_at(std::string_view text, std::size_t at) {
  if (at < 3) return Function::none;
  const char before = at > 3 ? text[at - 4] : ' ';
  if (is_name_byte(before) || before == '\\' || before == '#' || before == '@') return Function::none;
  const std::string_view name = text.substr(at - 3, 3);
  if (ascii_iequals(name, "var")) return Function::var;
  return ascii_iequals(name, "env") ? Function::env : Function::none;
}

// Where url(…) without quotes ends, whose contents are no tokens; `at` is its "(".
std::size_t skip_url(std::string_view text, std::size_t at) {
  if (at < 3 || !ascii_iequals(text.substr(at - 3, 3), "url")) return at;
  if (at > 3 && is_name_byte(text[at - 4])) return at;
  std::size_t i = at + 1;
  while (i < text.size() && is_ascii_whitespace(text[i])) ++i;
  if (i < text.size() && (text[i] == '"' || text[i] == '\'')) return at;
  while (i < text.size() && text[i] != ')') i += text[i] == '\\' ? 2 : 1;
  return std::min(i, text.size());
}

struct Found {
  std::size_t open = std::string_view::npos;  // of its "("
  Function function = Function::none;
};

// The next var( or env( from `from` on.
Found find_function(std::string_view text, std::size_t from) {
  for (std::size_t i = from; i < text.size();) {
    const std::size_t behind = skip_opaque(text, i);
    if (behind != i) {
      i = behind;
      continue;
    }
    if (text[i] == '(') {
      if (const Function function = function_at(text, i); function != Function::none) return {i, function};
      i = skip_url(text, i);
    }
    ++i;
  }
  return {};
}

// What the parentheses hold, up to the first comma and behind it.
struct Arguments {
  std::string_view name;
  std::optional<std::string_view> fallback;
  std::size_t end = 0;  // behind the ")"
};

Arguments read_arguments(std::string_view text, std::size_t open) {
  Arguments arguments;
  std::size_t depth = 0, comma = std::string_view::npos, i = open + 1;
  while (i < text.size()) {
    const std::size_t behind = skip_opaque(text, i);
    if (behind != i) {
      i = behind;
      continue;
    }
    const char c = text[i];
    if (const std::size_t close = c == '(' ? skip_url(text, i) : i; close != i) {
      i = close + 1;
      continue;
    }
    if (c == '(' || c == '[' || c == '{') ++depth;
    if ((c == ')' || c == ']' || c == '}') && depth-- == 0) break;
    if (c == ',' && depth == 0 && comma == std::string_view::npos) comma = i;
    ++i;
  }
  i = std::min(i, text.size());
  const std::size_t name_end = comma == std::string_view::npos ? i : comma;
  arguments.name = trim(text.substr(open + 1, name_end - open - 1));
  if (comma != std::string_view::npos) arguments.fallback = trim(text.substr(comma + 1, i - comma - 1));
  arguments.end = std::min(i + 1, text.size());
  return arguments;
}

// Comments around the name are not part of it.
std::string_view without_comments(std::string_view name) {
  while (name.starts_with("/*")) {
    const std::size_t end = name.find("*/", 2);
    name = end == std::string_view::npos ? std::string_view() : trim(name.substr(end + 2));
  }
  return trim(name.substr(0, name.find("/*")));
}

int hex_value(char c) {
  if (is_ascii_digit(c)) return c - '0';
  const char lower = ascii_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// CSS Syntax 3 §4.3.7, "consume an escaped code point", for each backslash of a name.
std::string unescaped(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size();) {
    if (name[i] != '\\' || i + 1 == name.size()) {
      out += name[i++];
      continue;
    }
    ++i;
    char32_t code_point = 0;
    std::size_t digits = 0;
    for (; digits < 6 && i < name.size() && hex_value(name[i]) >= 0; ++digits, ++i) {
      code_point = code_point * 16 + static_cast<char32_t>(hex_value(name[i]));
    }
    if (digits == 0) {
      out += name[i++];
      continue;
    }
    if (i < name.size() && is_ascii_whitespace(name[i])) ++i;
    const bool scalar =
        code_point != 0 && code_point <= 0x10FFFF && (code_point < 0xD800 || code_point > 0xDFFF);
    append_utf8(out, scalar ? code_point : U'\uFFFD');
  }
  return out;
}

// CSS Environment Variables 1 §2: those that a desktop's browser defines, all of them zero.
bool is_zero_inset(std::string_view name) {
  constexpr std::string_view kInsets[] = {
      "safe-area-inset-top",  "safe-area-inset-right", "safe-area-inset-bottom", "safe-area-inset-left",
      "keyboard-inset-top",   "keyboard-inset-right",  "keyboard-inset-bottom",  "keyboard-inset-left",
      "keyboard-inset-width", "keyboard-inset-height"};
  return std::ranges::find(kInsets, name) != std::end(kInsets);
}

// Could the two bytes become one token where they meet? CSS Syntax 3 §9 keeps them apart with a comment.
bool would_join(char left, char right) {
  const auto in_word = [](char c) { return is_name_byte(c) || c == '\\' || c == '.' || c == '%'; };
  if (in_word(left) || left == '#' || left == '@' || left == '+') return in_word(right) || right == '(';
  return left == '/' && right == '*';
}

class Substituter {
 public:
  explicit Substituter(const VariableLookup& lookup) : lookup_(lookup) {}

  bool run(std::string_view text, int depth) {
    if (depth > kMaxFallbacks) return false;
    std::size_t at = 0;
    for (;;) {
      const Found found = find_function(text, at);
      if (found.function == Function::none) return append(text.substr(at));
      if (!append(text.substr(at, found.open - 3 - at))) return false;
      const Arguments arguments = read_arguments(text, found.open);
      seam_ = true;
      if (!replace(found.function, arguments, depth)) return false;
      seam_ = true;
      at = arguments.end;
    }
  }

  std::string take() { return std::move(out_); }

 private:
  bool replace(Function function, const Arguments& arguments, int depth) {
    const std::string_view name = without_comments(arguments.name);
    if (function == Function::env) {
      if (is_zero_inset(name.substr(0, name.find(' ')))) return append("0px");
    } else {
      if (!name.starts_with("--") || name.size() < 3) return false;
      const bool escaped = name.find('\\') != std::string_view::npos;
      const std::string plain = escaped ? unescaped(name) : std::string();
      if (const auto value = lookup_(escaped ? std::string_view(plain) : name)) return append(*value);
    }
    return arguments.fallback && run(*arguments.fallback, depth + 1);
  }

  bool append(std::string_view text) {
    if (text.empty()) return true;
    if (seam_ && !out_.empty() && would_join(out_.back(), text.front())) out_ += "/**/";
    seam_ = false;
    if (text.size() > kMaxSubstituted - std::min(out_.size(), kMaxSubstituted)) return false;
    out_ += text;
    return true;
  }

  const VariableLookup& lookup_;
  std::string out_;
  bool seam_ = false;
};

}  // namespace

bool has_substitution(std::string_view text) {
  // Most values have neither; only those that seem to are read with their strings and comments.
  for (std::size_t at = text.find('('); at != std::string_view::npos; at = text.find('(', at + 1)) {
    if (function_at(text, at) != Function::none) return find_function(text, 0).function != Function::none;
  }
  return false;
}

std::optional<std::string> substitute(std::string_view text, const VariableLookup& lookup) {
  Substituter substituter(lookup);
  if (!substituter.run(text, 0)) return {};
  return substituter.take();
}

}  // namespace veedor::css
