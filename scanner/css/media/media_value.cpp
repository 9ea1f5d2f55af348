// Numbers with their units, and a small calculator for calc().
#include "scanner/css/media/media_value.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include "scanner/base/text.h"
#include "scanner/css/syntax/item_reader.h"
#include "scanner/css/syntax/tokenizer.h"

namespace veedor::css {
namespace {

using Type = MediaValue::Type;

constexpr int kMaxNesting = 16;
constexpr float kMax = std::numeric_limits<float>::max();

float clamped(double number) {
  return static_cast<float>(std::clamp(number, -static_cast<double>(kMax), static_cast<double>(kMax)));
}

// Media Queries 4 §1.3: of the initial font, not the page's: 16 px high, with a zero half and a line 1.2 as
// large, as rough as CSS Values 4 §6.1 allows where there are no metrics.
struct FixedUnit {
  std::string_view name;
  Type type;
  double size;
};
constexpr auto kFixedUnits = std::to_array<FixedUnit>({
    {"px", Type::length, 1},
    {"em", Type::length, 16},
    {"rem", Type::length, 16},
    {"cm", Type::length, 96 / 2.54},
    {"mm", Type::length, 96 / 25.4},
    {"q", Type::length, 96 / 101.6},
    {"in", Type::length, 96},
    {"pt", Type::length, 96.0 / 72},
    {"pc", Type::length, 16},
    {"ex", Type::length, 8},
    {"rex", Type::length, 8},
    {"ch", Type::length, 8},
    {"rch", Type::length, 8},
    {"cap", Type::length, 16},
    {"rcap", Type::length, 16},
    {"ic", Type::length, 16},
    {"ric", Type::length, 16},
    {"lh", Type::length, 19.2},
    {"rlh", Type::length, 19.2},
    {"dppx", Type::resolution, 1},
    {"x", Type::resolution, 1},
    {"dpi", Type::resolution, 1.0 / 96},
    {"dpcm", Type::resolution, 2.54 / 96},
});

struct ViewportUnit {
  std::string_view name;
  float MediaValue::*part;
};
constexpr auto kViewportUnits = std::to_array<ViewportUnit>({
    {"w", &MediaValue::width},
    {"i", &MediaValue::width},
    {"h", &MediaValue::height},
    {"b", &MediaValue::height},
    {"min", &MediaValue::smaller},
    {"max", &MediaValue::larger},
});

std::optional<MediaValue> dimension(double number, std::string_view unit) {
  for (const FixedUnit& fixed : kFixedUnits) {
    if (ascii_iequals(fixed.name, unit)) {
      return MediaValue{.type = fixed.type, .fixed = clamped(number * fixed.size)};
    }
  }
  // "vw", and "svw", "lvw", "dvw", which are the same where no toolbar comes and goes.
  const std::string lower = ascii_lower(unit);
  std::string_view part = lower;
  if (part.size() > 2 && part[1] == 'v' && (part[0] == 's' || part[0] == 'l' || part[0] == 'd')) {
    part.remove_prefix(1);
  }
  if (!part.starts_with('v')) return {};
  part.remove_prefix(1);
  for (const ViewportUnit& viewport : kViewportUnits) {
    if (viewport.name != part) continue;
    MediaValue value{.type = Type::length};
    value.*viewport.part = clamped(number);
    return value;
  }
  return {};
}

void scale(MediaValue& value, double factor) {
  for (float MediaValue::*part : {&MediaValue::fixed, &MediaValue::width, &MediaValue::height,
                                  &MediaValue::smaller, &MediaValue::larger}) {
    value.*part = clamped(static_cast<double>(value.*part) * factor);
  }
}

void add(MediaValue& sum, const MediaValue& value, double sign) {
  for (float MediaValue::*part : {&MediaValue::fixed, &MediaValue::width, &MediaValue::height,
                                  &MediaValue::smaller, &MediaValue::larger}) {
    sum.*part = clamped(static_cast<double>(sum.*part) + sign * static_cast<double>(value.*part));
  }
}

// CSS Values 4 §10: + - * / and parentheses.
class Calculator {
 public:
  static std::optional<MediaValue> calculate(std::span<const Token> tokens, int depth) {
    if (depth > kMaxNesting) return {};
    Calculator calculator(tokens, depth);
    std::optional<MediaValue> result = calculator.sum();
    calculator.stream_.skip_whitespace();
    if (!calculator.stream_.at_end()) return {};
    if (result) result->integer = result->fixed == std::floor(result->fixed);
    return result;
  }

 private:
  Calculator(std::span<const Token> tokens, int depth) : stream_(tokens), depth_(depth) {}

  // §10.1: white space on both sides of + and -.
  std::optional<MediaValue> sum() {
    std::optional<MediaValue> result = product();
    while (result && stream_.peek().is(TokenKind::whitespace)) {
      stream_.skip_whitespace();
      const Token& sign = stream_.peek();
      if (!sign.is_delim('+') && !sign.is_delim('-')) return result;
      stream_.next();
      if (!stream_.peek().is(TokenKind::whitespace)) return {};
      const std::optional<MediaValue> next = product();
      if (!next || next->type != result->type) return {};
      add(*result, *next, sign.is_delim('-') ? -1 : 1);
    }
    return result;
  }

  std::optional<MediaValue> product() {
    std::optional<MediaValue> result = operand();
    for (;;) {
      const std::size_t before = stream_.position();
      stream_.skip_whitespace();
      const Token& sign = stream_.peek();
      if (!result || (!sign.is_delim('*') && !sign.is_delim('/'))) {
        stream_.rewind(before);
        return result;
      }
      stream_.next();
      std::optional<MediaValue> next = operand();
      if (!next) return {};
      if (sign.is_delim('/')) {
        if (next->type != Type::number || next->fixed == 0) return {};
        scale(*result, 1 / static_cast<double>(next->fixed));
      } else {
        if (result->type == Type::number) std::swap(result, next);
        if (next->type != Type::number) return {};
        scale(*result, static_cast<double>(next->fixed));
      }
    }
  }

  std::optional<MediaValue> operand() {
    stream_.skip_whitespace();
    const Token& token = stream_.next();
    if (token.is(TokenKind::number)) return MediaValue{.fixed = clamped(token.number)};
    if (token.is(TokenKind::dimension)) return dimension(token.number, token.text);
    const bool nested = token.is(TokenKind::open_round) ||
                        (token.is(TokenKind::function) && ascii_iequals(token.text, "calc"));
    if (!nested) return {};
    return calculate(stream_.block(), depth_ + 1);
  }

  TokenStream stream_;
  int depth_;
};

std::optional<MediaValue> simple_value(std::span<const Token> tokens) {
  if (tokens.empty()) return {};
  const Token& first = tokens[0];
  if (first.is(TokenKind::function) && ascii_iequals(first.text, "calc")) {
    TokenStream stream(tokens);
    stream.next();
    const std::span<const Token> inner = stream.block();
    if (!stream.at_end()) return {};
    return Calculator::calculate(inner, 0);
  }
  if (tokens.size() != 1) return {};
  if (first.is(TokenKind::number)) {
    return MediaValue{.integer = first.integer, .fixed = clamped(first.number)};
  }
  if (first.is(TokenKind::dimension)) return dimension(first.number, first.text);
  if (first.is(TokenKind::ident) && ascii_iequals(first.text, "infinite")) {
    return MediaValue{.type = Type::resolution, .fixed = kMax};
  }
  return {};
}

}  // namespace

float MediaValue::resolve(const Environment& environment) const {
  const float low = std::min(environment.width, environment.height);
  const float high = std::max(environment.width, environment.height);
  return fixed +
         (width * environment.width + height * environment.height + smaller * low + larger * high) / 100;
}

std::optional<MediaValue> parse_media_value(std::span<const Token> tokens) {
  // CSS Values 4 §5.6: `<ratio>`. Within calc() a slash divides.
  std::size_t slash = 0;
  if (!tokens.empty() && tokens[0].is(TokenKind::number)) {
    slash = 1;
    while (slash < tokens.size() && tokens[slash].is(TokenKind::whitespace)) ++slash;
  }
  if (slash == 0 || slash >= tokens.size()) return simple_value(tokens);
  if (!tokens[slash].is_delim('/')) return {};
  const std::optional<MediaValue> second = simple_value(trim(tokens.subspan(slash + 1)));
  if (!second || second->type != Type::number) return {};
  return MediaValue{.type = Type::ratio, .fixed = clamped(tokens[0].number), .second = second->fixed};
}

}  // namespace veedor::css
