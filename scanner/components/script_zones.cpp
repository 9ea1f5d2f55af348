#include "scanner/components/script_zones.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "scanner/base/text.h"

namespace veedor::components {
namespace {

constexpr std::size_t kMaxNesting = 256;

bool is_word(char c) {
  return is_ascii_alnum(c) || c == '_' || c == '$' || static_cast<unsigned char>(c) >= 0x80;
}

// Words after which a slash begins a regular expression, as after an operator.
bool precedes_expression(std::string_view word) {
  constexpr std::array<std::string_view, 13> kWords = {
      "return", "typeof", "case", "in",    "of",    "delete", "void",
      "do",     "else",   "new",  "throw", "await", "yield",
  };
  return std::ranges::find(kWords, word) != kWords.end() || word == "instanceof";
}

class Lexer {
 public:
  explicit Lexer(std::string_view source) : source_(source) {
    zones_.code.reserve(source.size());
    zones_.in_string.reserve(source.size());
  }

  ScriptZones run() && {
    while (at_ < source_.size()) step();
    return std::move(zones_);
  }

 private:
  char peek(std::size_t ahead = 1) const {
    return at_ + ahead < source_.size() ? source_[at_ + ahead] : '\0';
  }

  void emit(char c, bool string) {
    if (pending_space_ && !string && !zones_.code.empty() && is_word(zones_.code.back()) && is_word(c))
      push(' ', false);
    pending_space_ = false;
    push(c, string);
  }
  void push(char c, bool string) {
    zones_.code.push_back(c);
    zones_.in_string.push_back(string);
  }

  void step() {
    const char c = source_[at_];
    if (is_ascii_whitespace(c)) {
      pending_space_ = true;
      ++at_;
    } else if (c == '/' && peek() == '*') {
      block_comment();
    } else if (c == '/' && peek() == '/') {
      line_comment();
    } else if (c == '/' && expression_expected() && regular_expression()) {
      return;
    } else if (c == '"' || c == '\'') {
      quoted(c);
    } else if (c == '`') {
      emit('`', false);
      ++at_;
      template_text();
    } else {
      braces(c);
    }
  }

  void block_comment() {
    const std::size_t end = source_.find("*/", at_ + 2);
    const std::size_t stop = end == std::string_view::npos ? source_.size() : end + 2;
    zones_.comments.push_back(source_.substr(at_, stop - at_));
    last_is_line_comment_ = false;
    pending_space_ = true;
    at_ = stop;
  }

  void line_comment() {
    const std::size_t stop = std::min(source_.find('\n', at_), source_.size());
    const bool continues = last_is_line_comment_ && code_at_comment_ == zones_.code.size();
    if (continues) {
      std::string_view& last = zones_.comments.back();
      last = source_.substr(static_cast<std::size_t>(last.data() - source_.data()),
                            stop - static_cast<std::size_t>(last.data() - source_.data()));
    } else {
      zones_.comments.push_back(source_.substr(at_, stop - at_));
    }
    last_is_line_comment_ = true;
    code_at_comment_ = zones_.code.size();
    pending_space_ = true;
    at_ = stop;
  }

  // ECMA-262 §12.1: only the grammar knows whether a slash divides; what stands before it nearly always
  // tells.
  bool expression_expected() const {
    const std::string& code = zones_.code;
    if (code.empty()) return true;
    const char last = code.back();
    if (last == ')' || last == ']' || last == '"' || last == '\'' || last == '`') return false;
    if (!is_word(last)) return true;
    std::size_t start = code.size();
    while (start > 0 && is_word(code[start - 1]) && code.size() - start < 12) --start;
    return precedes_expression(std::string_view(code).substr(start));
  }

  // False where no end is on the line: then the slash divides after all.
  bool regular_expression() {
    bool in_class = false;
    for (std::size_t i = at_ + 1; i < source_.size() && source_[i] != '\n'; ++i) {
      const char c = source_[i];
      if (c == '\\') {
        ++i;
      } else if (c == '[') {
        in_class = true;
      } else if (c == ']') {
        in_class = false;
      } else if (c == '/' && !in_class) {
        for (; at_ <= i; ++at_) emit(source_[at_], false);
        return true;
      }
    }
    return false;
  }

  void quoted(char quote) {
    emit(quote, false);
    ++at_;
    while (at_ < source_.size() && source_[at_] != quote && source_[at_] != '\n') {
      if (source_[at_] == '\\' && at_ + 1 < source_.size()) push(source_[at_++], true);
      push(source_[at_++], true);
    }
    if (at_ < source_.size() && source_[at_] == quote) {
      push(quote, true);
      ++at_;
    }
  }

  void template_text() {
    while (at_ < source_.size()) {
      const char c = source_[at_];
      if (c == '`') {
        push(c, true);
        ++at_;
        return;
      }
      if (c == '$' && peek() == '{' && braces_.size() < kMaxNesting) {
        push('$', true);
        push('{', true);
        at_ += 2;
        braces_.push_back(0);
        return;
      }
      if (c == '\\' && at_ + 1 < source_.size()) push(source_[at_++], true);
      push(source_[at_++], true);
    }
  }

  void braces(char c) {
    emit(c, false);
    ++at_;
    if (braces_.empty()) return;
    if (c == '{') ++braces_.back();
    if (c != '}') return;
    if (braces_.back()-- > 0) return;
    braces_.pop_back();
    template_text();
  }

  std::string_view source_;
  std::size_t at_ = 0;
  ScriptZones zones_;
  std::vector<int> braces_;  // open braces inside each ${…} of a template
  bool pending_space_ = false;
  bool last_is_line_comment_ = false;
  std::size_t code_at_comment_ = 0;
};

}  // namespace

ScriptZones read_zones(std::string_view source) { return Lexer(source).run(); }

}  // namespace veedor::components
