#include "reports/html/markdown.h"

#include "scanner/base/text.h"

namespace veedor::reports {
namespace {

// "`code`", "**strong**", "*emphasis*": the first mark that is closed on the same piece of text.
struct Mark {
  std::string_view sign;
  std::string_view element;
};
constexpr Mark kMarks[] = {{"`", "code"}, {"**", "strong"}, {"*", "em"}};

std::string inline_html(std::string_view text) {
  std::string out;
  std::size_t plain = 0;  // start of what has no mark
  for (std::size_t at = 0; at < text.size();) {
    bool marked = false;
    for (const Mark& mark : kMarks) {
      if (!text.substr(at).starts_with(mark.sign)) continue;
      const std::size_t from = at + mark.sign.size();
      const std::size_t end = text.find(mark.sign, from);
      // CommonMark §6.2: a mark opens before, and closes after, something other than a space.
      if (end == std::string_view::npos || end == from || text[from] == ' ' || text[end - 1] == ' ') break;
      out += escape_html(text.substr(plain, at - plain));
      out.append("<").append(mark.element).append(">");
      out += escape_html(text.substr(from, end - from));
      out.append("</").append(mark.element).append(">");
      at = plain = end + mark.sign.size();
      marked = true;
      break;
    }
    if (!marked) ++at;
  }
  return out + escape_html(text.substr(plain));
}

// "- text" and "1. text"; the marker's length, 0 for any other line.
std::size_t bullet(std::string_view line) { return line.starts_with("- ") ? 2 : 0; }
std::size_t number(std::string_view line) {
  std::size_t digits = 0;
  while (digits < line.size() && is_ascii_digit(line[digits])) ++digits;
  return digits > 0 && line.substr(digits).starts_with(". ") ? digits + 2 : 0;
}

// Goes through the lines and closes what is open when another kind of block begins.
class Renderer {
 public:
  std::string render(std::string_view text) {
    for (std::string_view line : split(text, '\n')) {
      if (trim(line).starts_with("```")) {
        toggle_code();
      } else if (in_code_) {
        code_.append(line).append("\n");
      } else {
        add(line);
      }
    }
    if (in_code_) toggle_code();
    close_list();
    return std::move(out_);
  }

 private:
  void toggle_code() {
    if (in_code_) {
      out_ += "<pre tabindex=\"0\"><code>" + escape_html(code_) + "</code></pre>\n";
      code_.clear();
    } else {
      flush();
      if (!in_item_) close_list();
    }
    in_code_ = !in_code_;
  }

  void add(std::string_view line) {
    const bool indented = line.starts_with("  ");
    const std::string_view text = trim(line);
    if (text.empty()) return flush();
    if (const std::size_t marker = indented ? 0 : bullet(text); marker > 0)
      return item("ul", text.substr(marker));
    if (const std::size_t marker = indented ? 0 : number(text); marker > 0)
      return item("ol", text.substr(marker));
    if (!indented && paragraph_.empty()) close_list();
    if (!paragraph_.empty()) paragraph_ += ' ';
    paragraph_ += text;
  }

  void item(std::string_view list, std::string_view text) {
    flush();
    if (list_ != list) {
      close_list();
      list_ = list;
      out_.append("<").append(list).append(">\n");
    }
    if (in_item_) out_ += "</li>\n";
    out_ += "<li>";
    in_item_ = true;
    paragraph_ = text;
  }

  void flush() {
    if (paragraph_.empty()) return;
    out_ += in_item_ ? inline_html(paragraph_) : "<p>" + inline_html(paragraph_) + "</p>\n";
    paragraph_.clear();
  }

  void close_list() {
    flush();
    if (in_item_) out_ += "</li>\n";
    if (!list_.empty()) out_.append("</").append(list_).append(">\n");
    in_item_ = false;
    list_ = {};
  }

  std::string out_;
  std::string paragraph_;
  std::string code_;
  std::string_view list_;  // "ul", "ol"
  bool in_item_ = false;
  bool in_code_ = false;
};

}  // namespace

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string markdown_to_html(std::string_view text) { return Renderer().render(text); }

}  // namespace veedor::reports
