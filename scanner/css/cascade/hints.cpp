#include "scanner/css/cascade/hints.h"

#include <algorithm>
#include <array>
#include <optional>

#include "scanner/base/text.h"

namespace veedor::css {
namespace {

constexpr std::size_t kMaxValue = 200;  // bytes of an attribute that count

template <std::size_t N>
bool is_one_of(std::string_view text, const std::array<std::string_view, N>& sorted) {
  return std::ranges::binary_search(sorted, text);
}

// HTML Standard §2.3.4.4, "rules for parsing dimension values": "120", "50%"; "" for an error.
std::string dimension(std::string_view text) {
  text = trim(text).substr(0, kMaxValue);
  std::size_t end = 0;
  while (end < text.size() && is_ascii_digit(text[end])) ++end;
  if (end == 0) return "";
  if (end < text.size() && text[end] == '.') {
    std::size_t fraction = end + 1;
    while (fraction < text.size() && is_ascii_digit(text[fraction])) ++fraction;
    if (fraction > end + 1) end = fraction;
  }
  const bool percent = end < text.size() && text[end] == '%';
  return std::string(text.substr(0, end)) + (percent ? "%" : "px");
}

// HTML Standard §2.3.4.2: a leading run of digits; nothing for an error.
std::optional<std::string> pixels(std::string_view text) {
  text = trim(text).substr(0, kMaxValue);
  std::size_t end = 0;
  while (end < text.size() && is_ascii_digit(text[end])) ++end;
  if (end == 0) return std::nullopt;
  return std::string(text.substr(0, end)) + "px";
}

class Hints {
 public:
  void add(std::string_view property, std::string_view value) {
    if (!value.empty()) text_.append(property).append(":").append(value).append(";");
  }
  void add_dimension(std::string_view property, std::string_view text) { add(property, dimension(text)); }
  void add_colour(std::string_view property, std::string_view text) {
    add(property, legacy_colour(text.substr(0, kMaxValue)));
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

constexpr auto kAligned =
    std::to_array<std::string_view>({"caption", "col", "colgroup", "div", "h1", "h2", "h3", "h4", "h5", "h6",
                                     "p", "tbody", "td", "tfoot", "th", "thead", "tr"});
constexpr auto kSized =
    std::to_array<std::string_view>({"canvas", "col", "colgroup", "embed", "hr", "iframe", "img", "marquee",
                                     "object", "table", "td", "th", "video"});
constexpr auto kTall =
    std::to_array<std::string_view>({"canvas", "embed", "iframe", "img", "marquee", "object", "table",
                                     "tbody", "td", "tfoot", "th", "thead", "tr", "video"});
constexpr auto kColoured = std::to_array<std::string_view>(
    {"body", "marquee", "table", "tbody", "td", "tfoot", "th", "thead", "tr"});
constexpr auto kFloating =
    std::to_array<std::string_view>({"embed", "iframe", "img", "input", "object", "table"});
static_assert(std::ranges::is_sorted(kAligned) && std::ranges::is_sorted(kSized) &&
              std::ranges::is_sorted(kTall) && std::ranges::is_sorted(kColoured) &&
              std::ranges::is_sorted(kFloating));

void add_alignment(Hints& hints, std::string_view tag, std::string_view value) {
  const std::string align = ascii_lower(trim(value).substr(0, 16));
  const bool side = align == "left" || align == "right";
  if (is_one_of(tag, kFloating)) {
    if (side) hints.add("float", align);
    if (tag == "table" && align == "center") hints.add("margin", "0 auto");
    if (tag != "table" && (align == "top" || align == "middle" || align == "bottom"))
      hints.add("vertical-align", align == "bottom" ? "baseline" : align);
    return;
  }
  if (tag == "hr") {
    if (align == "left") hints.add("margin-left", "0");
    if (align == "right") hints.add("margin-right", "0");
    return;
  }
  if (!is_one_of(tag, kAligned)) return;
  if (align == "center" || align == "middle")
    hints.add("text-align", tag == "caption" ? "center" : "-webkit-center");
  if (side) hints.add("text-align", tag == "caption" ? align : "-webkit-" + align);
  if (align == "justify") hints.add("text-align", "justify");
}

// HTML Standard §15.3.3: 1 to 7 are the keywords' sizes; "+1" and "-1" count from 3.
void add_font_size(Hints& hints, std::string_view value) {
  value = trim(value).substr(0, 16);
  const bool plus = value.starts_with('+');
  const bool minus = value.starts_with('-');
  if (plus || minus) value.remove_prefix(1);
  int size = 0;
  std::size_t i = 0;
  for (; i < value.size() && is_ascii_digit(value[i]); ++i)
    size = std::min(size * 10 + (value[i] - '0'), 100);
  if (i == 0) return;
  size = plus ? 3 + size : minus ? 3 - size : size;
  constexpr auto kSizes = std::to_array<std::string_view>(
      {"x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large"});
  hints.add("font-size", kSizes[static_cast<std::size_t>(std::clamp(size, 1, 7) - 1)]);
}

void add_font(Hints& hints, const html::Attribute& attribute) {
  if (attribute.name == "color") hints.add_colour("color", attribute.value);
  if (attribute.name == "size") add_font_size(hints, attribute.value);
  if (attribute.name != "face") return;
  const bool plain = attribute.value.find_first_of(";{}\\/!") == std::string_view::npos;
  if (plain) hints.add("font-family", attribute.value.substr(0, kMaxValue));
}

html::Element table_of(html::Element cell) {
  html::Element up = cell.parent();
  for (int i = 0; i < 2 && up && !up.is("table"); ++i) up = up.parent();
  return up.is("table") ? up : html::Element();
}

// What a table says of its cells.
void add_cell(Hints& hints, html::Element cell) {
  const html::Element table = table_of(cell);
  if (!table) return;
  if (const auto padding = pixels(table.attribute_or("cellpadding", ""))) hints.add("padding", *padding);
  const auto border = table.attribute("border");
  if (border && pixels(*border).value_or("1px") != "0px") hints.add("border", "1px inset");
}

void add_table(Hints& hints, const html::Attribute& attribute) {
  if (attribute.name == "cellspacing") hints.add("border-spacing", pixels(attribute.value).value_or(""));
  if (attribute.name == "bordercolor") hints.add_colour("border-color", attribute.value);
  if (attribute.name != "border") return;
  const std::string width = pixels(attribute.value).value_or("1px");
  hints.add("border-width", width);
  if (width != "0px") hints.add("border-style", "outset");
}

void add_list_type(Hints& hints, std::string_view value) {
  value = trim(value);
  if (value == "1") hints.add("list-style-type", "decimal");
  if (value == "a") hints.add("list-style-type", "lower-alpha");
  if (value == "A") hints.add("list-style-type", "upper-alpha");
  if (value == "i") hints.add("list-style-type", "lower-roman");
  if (value == "I") hints.add("list-style-type", "upper-roman");
  for (std::string_view name : {"none", "disc", "circle", "square"}) {
    if (ascii_iequals(value, name)) hints.add("list-style-type", name);
  }
}

// Attributes of one kind of element.
void add_special(Hints& hints, std::string_view tag, const html::Attribute& attribute) {
  if (tag == "font") return add_font(hints, attribute);
  if (tag == "table") return add_table(hints, attribute);
  if (tag == "body" && attribute.name == "text") return hints.add_colour("color", attribute.value);
  if (tag == "hr" && attribute.name == "color") {
    hints.add_colour("color", attribute.value);
    return hints.add("border-style", "solid");
  }
  if (tag == "hr" && attribute.name == "size")
    return hints.add("height", pixels(attribute.value).value_or(""));
  if (tag == "br" && attribute.name == "clear") {
    const std::string value = ascii_lower(trim(attribute.value).substr(0, 8));
    if (value == "left" || value == "right") hints.add("clear", value);
    if (value == "all" || value == "both") hints.add("clear", "both");
    return;
  }
  if ((tag == "ol" || tag == "ul" || tag == "li") && attribute.name == "type")
    return add_list_type(hints, attribute.value);
  if ((tag == "td" || tag == "th") && attribute.name == "nowrap") return hints.add("white-space", "nowrap");
  if (tag == "pre" && attribute.name == "wrap") return hints.add("white-space", "pre-wrap");
  if (tag == "iframe" && attribute.name == "frameborder" && pixels(attribute.value).value_or("") == "0px")
    return hints.add("border", "none");
  const bool image = tag == "img" || tag == "object" || tag == "embed";
  if (image && attribute.name == "border") {
    hints.add("border-width", pixels(attribute.value).value_or(""));
    hints.add("border-style", "solid");
  }
  if (image && attribute.name == "hspace") {
    hints.add_dimension("margin-left", attribute.value);
    hints.add_dimension("margin-right", attribute.value);
  }
  if (image && attribute.name == "vspace") {
    hints.add_dimension("margin-top", attribute.value);
    hints.add_dimension("margin-bottom", attribute.value);
  }
}

void add_html(Hints& hints, std::string_view tag, const html::Attribute& attribute) {
  const std::string_view name = attribute.name;
  if (name == "align") return add_alignment(hints, tag, attribute.value);
  if (name == "width" && is_one_of(tag, kSized)) return hints.add_dimension("width", attribute.value);
  if (name == "height" && is_one_of(tag, kTall)) return hints.add_dimension("height", attribute.value);
  if (name == "bgcolor" && is_one_of(tag, kColoured))
    return hints.add_colour("background-color", attribute.value);
  if (name == "background" && is_one_of(tag, kColoured) && !trim(attribute.value).empty()) {
    const bool plain = attribute.value.find_first_of("\"\\\n\r\f") == std::string_view::npos;
    return hints.add("background-image",
                     plain ? "url(\"" + std::string(attribute.value.substr(0, 2048)) + "\")" : "");
  }
  if (name == "valign") {
    const std::string value = ascii_lower(trim(attribute.value).substr(0, 16));
    if (value == "top" || value == "middle" || value == "bottom" || value == "baseline")
      hints.add("vertical-align", value);
    return;
  }
  add_special(hints, tag, attribute);
}

// SVG 2 §6.6: presentation attributes are written as in CSS.
constexpr auto kSvgAttributes = std::to_array<std::string_view>(
    {"clip-path",      "color",        "cursor",          "direction", "display",        "fill",
     "fill-opacity",   "filter",       "font-family",     "font-size", "font-style",     "font-weight",
     "letter-spacing", "mask",         "opacity",         "overflow",  "pointer-events", "stroke",
     "stroke-opacity", "stroke-width", "text-decoration", "transform", "unicode-bidi",   "visibility",
     "word-spacing",   "writing-mode"});
static_assert(std::ranges::is_sorted(kSvgAttributes));

void add_foreign(Hints& hints, html::Element element, const html::Attribute& attribute) {
  if (attribute.name == "mathcolor") return hints.add("color", attribute.value.substr(0, kMaxValue));
  if (attribute.name == "mathbackground")
    return hints.add("background-color", attribute.value.substr(0, kMaxValue));
  const bool sized = element.is("svg") && (attribute.name == "width" || attribute.name == "height");
  if (!sized && !is_one_of(attribute.name, kSvgAttributes)) return;
  if (attribute.value.size() > kMaxValue || attribute.value.find_first_of(";{}!") != std::string_view::npos)
    return;
  const bool number = sized || attribute.name == "font-size" || attribute.name == "letter-spacing" ||
                      attribute.name == "word-spacing";
  const std::string_view value = trim(attribute.value);
  const bool bare = number && !value.empty() && is_ascii_digit(value.back());
  hints.add(attribute.name, std::string(value) + (bare ? "px" : ""));
}

}  // namespace

std::string presentational_hints(html::Element element, const html::Document& page) {
  Hints hints;
  const bool html = element.in_html_namespace();
  const std::string_view tag = element.tag();
  if (html && (tag == "td" || tag == "th")) add_cell(hints, element);
  if (html && (tag == "a" || tag == "area") && element.has("href")) {
    if (const auto link = page.body().attribute("link")) hints.add_colour("color", *link);
  }
  for (std::size_t i = 0; i < element.attribute_count(); ++i) {
    const html::Attribute attribute = element.attribute_at(i);
    if (attribute.name == "class" || attribute.name == "id" || attribute.name == "href") continue;
    if (html)
      add_html(hints, tag, attribute);
    else
      add_foreign(hints, element, attribute);
  }
  return hints.take();
}

}  // namespace veedor::css
