#include "scanner/html/encoding_prescan.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "scanner/base/text.h"
#include "scanner/html/encoding.h"

namespace veedor::html {
namespace {

constexpr std::size_t kPrescanBytes = 1024;

struct ByteAttribute {
  std::string name;
  std::string value;
};

// HTML Standard §2.6.6.1, "extracting a character encoding from a meta element": of "text/html;
// charset=utf-8".
std::string_view encoding_in_content(std::string_view content) {
  const std::string lower = ascii_lower(content);
  std::size_t at = 0;
  while ((at = lower.find("charset", at)) != std::string::npos) {
    at += 7;
    std::size_t value = at;
    while (value < lower.size() && is_ascii_whitespace(lower[value])) ++value;
    if (value == lower.size() || lower[value] != '=') continue;
    ++value;
    while (value < lower.size() && is_ascii_whitespace(lower[value])) ++value;
    if (value == lower.size()) return {};
    const std::string_view rest = std::string_view(lower).substr(value);
    if (rest[0] == '"' || rest[0] == '\'') {
      const std::size_t end = rest.find(rest[0], 1);
      return end == std::string_view::npos ? std::string_view() : encoding_for_label(rest.substr(1, end - 1));
    }
    return encoding_for_label(rest.substr(0, rest.find_first_of("\t\n\f\r ;")));
  }
  return {};
}

// A page whose declaration could be read as ASCII is not UTF-16, and x-user-defined is a historical slip.
std::string_view as_declared(std::string_view encoding) {
  if (encoding == "utf-16le" || encoding == "utf-16be") return "utf-8";
  return encoding == "x-user-defined" ? "windows-1252" : encoding;
}

class Prescan {
 public:
  explicit Prescan(std::string_view bytes) : bytes_(bytes) {}

  std::string_view run() {
    for (; !at_end(); ++at_) {
      if (bytes_[at_] != '<') continue;
      if (rest().starts_with("<!--")) {
        skip_comment();
      } else if (const std::size_t after = meta_tag()) {
        at_ += after;
        const std::string_view encoding = meta();
        if (at_end()) return {};  // cut off inside the tag
        if (!encoding.empty()) return encoding;
      } else if (any_tag()) {
        at_ = std::min(bytes_.find_first_of("\t\n\f\r >", at_), bytes_.size());
        while (next_attribute()) {
        }
      } else if (const std::string_view r = rest().substr(0, 2); r == "<!" || r == "</" || r == "<?") {
        at_ = std::min(bytes_.find('>', at_), bytes_.size());
      }
      if (at_end()) return {};
    }
    return {};
  }

 private:
  bool at_end() const { return at_ >= bytes_.size(); }
  std::string_view rest() const { return bytes_.substr(at_); }
  char current() const { return bytes_[at_]; }

  void skip_comment() {  // leaves the position on its last ">"; the dashes of "<!-->" may be the same
    const std::size_t end = bytes_.find("-->", at_ + 2);
    at_ = end == std::string_view::npos ? bytes_.size() : end + 2;
  }

  // The length of "<meta" if that is what comes.
  std::size_t meta_tag() const {
    const std::string_view r = rest();
    const bool meta =
        r.size() > 5 && ascii_iequals(r.substr(0, 5), "<meta") && (is_ascii_whitespace(r[5]) || r[5] == '/');
    return meta ? 5 : 0;
  }

  bool any_tag() const {
    const std::size_t name = rest().starts_with("</") ? 2 : 1;
    return rest().size() > name && is_ascii_alpha(rest()[name]);
  }

  std::string_view meta() {
    std::vector<std::string> seen;
    bool got_pragma = false;
    std::optional<bool> need_pragma;
    std::optional<std::string_view> charset;  // empty: a label that nobody knows
    while (auto attribute = next_attribute()) {
      if (std::ranges::find(seen, attribute->name) != seen.end()) continue;
      seen.push_back(attribute->name);
      if (attribute->name == "http-equiv") {
        got_pragma = got_pragma || attribute->value == "content-type";
      } else if (attribute->name == "content" && !charset) {
        if (const auto encoding = encoding_in_content(attribute->value); !encoding.empty()) {
          charset = encoding;
          need_pragma = true;
        }
      } else if (attribute->name == "charset") {
        charset = encoding_for_label(attribute->value);
        need_pragma = false;
      }
    }
    if (!need_pragma || (*need_pragma && !got_pragma)) return {};
    return as_declared(charset.value_or(""));
  }

  // "Get an attribute"; nothing at the end of the tag, which the position is then on, or at the end of the
  // bytes.
  std::optional<ByteAttribute> next_attribute() {
    while (!at_end() && (is_ascii_whitespace(current()) || current() == '/')) ++at_;
    if (at_end() || current() == '>') return std::nullopt;
    ByteAttribute attribute;
    for (; !at_end(); ++at_) {
      if (current() == '=' && !attribute.name.empty()) break;
      if (is_ascii_whitespace(current()) || current() == '/' || current() == '>') break;
      attribute.name += ascii_lower(current());
    }
    skip_whitespace();
    if (at_end()) return std::nullopt;
    if (current() != '=') return attribute;
    ++at_;
    skip_whitespace();
    if (at_end()) return std::nullopt;
    if (current() == '"' || current() == '\'') {
      const std::size_t end = bytes_.find(current(), at_ + 1);
      if (end == std::string_view::npos) {
        at_ = bytes_.size();
        return std::nullopt;
      }
      attribute.value = ascii_lower(bytes_.substr(at_ + 1, end - at_ - 1));
      at_ = end + 1;
      return attribute;
    }
    for (; !at_end() && !is_ascii_whitespace(current()) && current() != '>'; ++at_)
      attribute.value += ascii_lower(current());
    return attribute;
  }

  void skip_whitespace() {
    while (!at_end() && is_ascii_whitespace(current())) ++at_;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
};

// HTML Standard §13.2.3.2, "get an XML encoding": of <?xml version="1.0" encoding="…"?>
std::string_view xml_encoding(std::string_view bytes) {
  if (!bytes.starts_with("<?xml")) return {};
  const std::string_view declaration = bytes.substr(0, bytes.find('>'));
  if (declaration.size() == bytes.size()) return {};
  std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return {};
  const auto skip_blanks = [&] {
    while (at < declaration.size() && static_cast<unsigned char>(declaration[at]) <= 0x20) ++at;
  };
  at += 8;
  skip_blanks();
  if (at == declaration.size() || declaration[at] != '=') return {};
  ++at;
  skip_blanks();
  if (at == declaration.size() || (declaration[at] != '"' && declaration[at] != '\'')) return {};
  const std::size_t end = declaration.find(declaration[at], at + 1);
  if (end == std::string_view::npos) return {};
  const std::string_view label = declaration.substr(at + 1, end - at - 1);
  if (std::ranges::any_of(label, [](char c) { return static_cast<unsigned char>(c) <= 0x20; })) return {};
  const std::string_view encoding = encoding_for_label(label);
  return encoding == "utf-16le" || encoding == "utf-16be" ? "utf-8" : encoding;
}

}  // namespace

std::string_view prescan(std::string_view bytes) {
  using namespace std::string_view_literals;
  const std::string_view first = bytes.substr(0, kPrescanBytes);
  if (first.starts_with("<\0?\0x\0"sv)) return "utf-16le";
  if (first.starts_with("\0<\0?\0x"sv)) return "utf-16be";
  const std::string_view encoding = Prescan(first).run();
  return encoding.empty() ? xml_encoding(first) : encoding;
}

}  // namespace veedor::html
