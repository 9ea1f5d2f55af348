#include "tests/conformance/chromium_values.h"

#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "scanner/css/syntax/tokenizer.h"
#include "scanner/css/value/compute.h"
#include "scanner/css/value/declaration.h"

namespace veedor::conformance {
namespace {

using css::Property;
using css::Token;
using css::TokenKind;
using css::ValueKind;

// CSSOM §6.7.2: at most six significant digits.
std::string number_text(double number) {
  return fmt::format("{:.6g}", number == 0 ? 0.0 : number);  // no "-0"
}

std::string px(double number) { return number_text(number) + "px"; }

css::ComputeContext context_of(const css::Style& style, const css::Environment& environment) {
  css::ComputeContext context;
  context.font_size = style.font_size();
  context.viewport_width = environment.width;
  context.viewport_height = environment.height;
  context.current_colour = style.colour();
  return context;
}

// The parts of an image that Chromium computes: addresses, colours and lengths; all else as written.
class ImageText {
 public:
  ImageText(const url::Url& page, const css::ComputeContext& context) : page_(page), context_(context) {}

  std::string of(std::string_view value) {
    const std::vector<Token> tokens = css::tokenize(value, pool_);
    std::string out;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const Token& token = tokens[i];
      const std::string_view written = value.substr(token.begin, token.end - token.begin);
      if (token.is(TokenKind::url)) {
        out += address(token.text);
      } else if (token.is(TokenKind::function) && token.text == "url" && i + 2 < tokens.size()) {
        out += address(tokens[i + 1].text);
        i += 2;  // its string and its parenthesis
      } else if (token.is(TokenKind::function)) {
        i = function(value, tokens, i, out);
      } else if (token.is(TokenKind::whitespace)) {
        out += ' ';
      } else if (token.is(TokenKind::dimension)) {
        out += length(tokens, i, written);
      } else if (token.is(TokenKind::comma)) {
        out += i + 1 < tokens.size() && tokens[i + 1].is(TokenKind::whitespace) ? "," : ", ";
      } else {
        out += colour(written).value_or(std::string(written));
      }
    }
    return out;
  }

 private:
  std::string address(std::string_view reference) const {
    const Result<url::Url> resolved = url::Url::parse(reference, page_);
    return fmt::format("url(\"{}\")", resolved ? resolved->href() : std::string(reference));
  }

  std::optional<std::string> colour(std::string_view text) const {
    const std::optional<css::Colour> colour = css::parse_colour(text, context_);
    return colour ? std::optional(css::to_string(*colour)) : std::nullopt;
  }

  std::string length(const std::vector<Token>& tokens, std::size_t at, std::string_view written) {
    const css::ValueSource source{.text = written, .pool = pool_};
    std::vector<css::Declaration> parsed;
    if (!css::parse_declaration(Property::text_indent, "text-indent", {&tokens[at], 1}, source, parsed))
      return std::string(written);
    const css::Value value = css::compute(Property::text_indent, parsed.front().value, context_);
    return value.is_length() ? px(value.number()) : std::string(written);
  }

  // A whole colour function, or the name of another function. Answers the last token written.
  std::size_t function(std::string_view value, const std::vector<Token>& tokens, std::size_t at,
                       std::string& out) const {
    std::size_t close = at + 1;
    while (close < tokens.size() && !tokens[close].is(TokenKind::close_round)) ++close;
    if (close < tokens.size()) {
      const std::string_view whole = value.substr(tokens[at].begin, tokens[close].end - tokens[at].begin);
      if (const std::optional<std::string> text = colour(whole)) {
        out += *text;
        return close;
      }
    }
    out += value.substr(tokens[at].begin, tokens[at].end - tokens[at].begin);
    return at;
  }

  const url::Url& page_;
  const css::ComputeContext& context_;
  css::TextPool pool_;
};

std::string plain_text(const css::Value& value) {
  switch (value.kind()) {
    case ValueKind::number:
      return number_text(value.number());
    case ValueKind::length:
      return px(value.number());
    case ValueKind::percentage:
      return number_text(value.number()) + "%";
    case ValueKind::length_percentage:
      return fmt::format("calc({}% {} {}px)", number_text(value.percent()), value.number() < 0 ? '-' : '+',
                         number_text(std::abs(value.number())));
    case ValueKind::colour:
      return css::to_string(value.colour());
    default:
      return std::string(value.text());
  }
}

}  // namespace

std::string computed_text(const css::Style& style, Property property, const url::Url& page,
                          const css::Environment& environment) {
  const css::Value& value = style[property];
  switch (property) {
    case Property::line_height:  // CSSOM §9: the used value, but for normal
      if (value.kind() == ValueKind::number) return px(double{value.number()} * style.font_size());
      break;
    case Property::letter_spacing:
      if (value.is_length() && value.number() == 0) return "normal";
      break;
    case Property::word_spacing:
      if (value.is("normal")) return "0px";
      break;
    case Property::background_image:
      if (value.kind() == ValueKind::raw)
        return ImageText(page, context_of(style, environment)).of(value.text());
      break;
    default:
      break;
  }
  if (value.is("currentcolor")) return css::to_string(style.colour(property));
  return plain_text(value);
}

std::string snapshot_text(std::string_view value, const url::Url& page) {
  constexpr std::string_view kServer = "http://127.0.0.1:";
  // text-align as <center> and align= set it: blocks are aligned, too, and texts as the standard value says.
  if (value == "-webkit-left" || value == "-webkit-right" || value == "-webkit-center")
    return std::string(value.substr(std::string_view("-webkit-").size()));
  std::string out;
  for (std::size_t at = 0; at < value.size();) {
    if (!value.substr(at).starts_with(kServer)) {
      out += value[at++];
      continue;
    }
    out += page.origin();
    at = std::min(value.find('/', at + kServer.size()), value.size());
  }
  return out;
}

}  // namespace veedor::conformance
