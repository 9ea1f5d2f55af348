#include "scanner/css/value/units.h"

#include <array>
#include <numbers>

#include "scanner/base/text.h"
#include "scanner/css/value/compute.h"

namespace veedor::css {

namespace {

struct UnitName {
  std::string_view name;
  Unit unit;
};

// The most frequent first: the list is searched from its beginning.
constexpr auto kUnits = std::to_array<UnitName>({
    {"px", Unit::px},      {"em", Unit::em},       {"rem", Unit::rem},     {"vw", Unit::vw},
    {"vh", Unit::vh},      {"pt", Unit::pt},       {"ch", Unit::ch},       {"ex", Unit::ex},
    {"cm", Unit::cm},      {"mm", Unit::mm},       {"q", Unit::q},         {"in", Unit::in},
    {"pc", Unit::pc},      {"rex", Unit::rex},     {"rch", Unit::rch},     {"cap", Unit::cap},
    {"rcap", Unit::rcap},  {"ic", Unit::ic},       {"ric", Unit::ric},     {"lh", Unit::lh},
    {"rlh", Unit::rlh},    {"vi", Unit::vi},       {"vb", Unit::vb},       {"vmin", Unit::vmin},
    {"vmax", Unit::vmax},  {"cqw", Unit::cqw},     {"cqh", Unit::cqh},     {"cqi", Unit::cqi},
    {"cqb", Unit::cqb},    {"cqmin", Unit::cqmin}, {"cqmax", Unit::cqmax}, {"svw", Unit::vw},
    {"svh", Unit::vh},     {"svi", Unit::vi},      {"svb", Unit::vb},      {"svmin", Unit::vmin},
    {"svmax", Unit::vmax}, {"lvw", Unit::vw},      {"lvh", Unit::vh},      {"lvi", Unit::vi},
    {"lvb", Unit::vb},     {"lvmin", Unit::vmin},  {"lvmax", Unit::vmax},  {"dvw", Unit::vw},
    {"dvh", Unit::vh},     {"dvi", Unit::vi},      {"dvb", Unit::vb},      {"dvmin", Unit::vmin},
    {"dvmax", Unit::vmax},
});

struct Scale {
  std::string_view name;
  double factor;
};
constexpr auto kAngles =
    std::to_array<Scale>({{"deg", 1}, {"grad", 0.9}, {"rad", 180 / std::numbers::pi}, {"turn", 360}});
constexpr auto kTimes = std::to_array<Scale>({{"s", 1}, {"ms", 0.001}});

template <std::size_t n>
std::optional<double> find_scale(const std::array<Scale, n>& scales, std::string_view name) {
  for (const Scale& scale : scales) {
    if (ascii_iequals(scale.name, name)) return scale.factor;
  }
  return {};
}

// In px, where the unit is absolute (CSS Values 4 §6.2).
double absolute_factor(Unit unit) {
  switch (unit) {
    case Unit::cm:
      return 96 / 2.54;
    case Unit::mm:
      return 96 / 25.4;
    case Unit::q:
      return 96 / 101.6;
    case Unit::in:
      return 96;
    case Unit::pt:
      return 96.0 / 72;
    case Unit::pc:
      return 16;
    default:
      return 1;
  }
}

// Glyphs are not measured: §6.1.1 names these fallbacks for ex, ch and ic; cap heights are near 0.7 em.
constexpr double kExHeight = 0.5;
constexpr double kChAdvance = 0.5;
constexpr double kCapHeight = 0.7;

}  // namespace

std::optional<Unit> find_length_unit(std::string_view name) {
  for (const UnitName& unit : kUnits) {
    if (unit.name.size() == name.size() && ascii_iequals(unit.name, name)) return unit.unit;
  }
  return {};
}

std::optional<double> find_angle_unit(std::string_view name) { return find_scale(kAngles, name); }
std::optional<double> find_time_unit(std::string_view name) { return find_scale(kTimes, name); }

double to_px(double number, Unit unit, const ComputeContext& context) {
  const double width = static_cast<double>(context.viewport_width) / 100;
  const double height = static_cast<double>(context.viewport_height) / 100;
  switch (unit) {
    case Unit::em:
    case Unit::ic:
      return number * context.font_size;
    case Unit::rem:
    case Unit::ric:
      return number * context.root_font_size;
    case Unit::ex:
      return number * context.font_size * kExHeight;
    case Unit::rex:
      return number * context.root_font_size * kExHeight;
    case Unit::ch:
      return number * context.font_size * kChAdvance;
    case Unit::rch:
      return number * context.root_font_size * kChAdvance;
    case Unit::cap:
      return number * context.font_size * kCapHeight;
    case Unit::rcap:
      return number * context.root_font_size * kCapHeight;
    case Unit::lh:
      return number * context.line_height;
    case Unit::rlh:
      return number * context.root_line_height;
    case Unit::vw:
    case Unit::vi:
    case Unit::cqw:
    case Unit::cqi:
      return number * width;
    case Unit::vh:
    case Unit::vb:
    case Unit::cqh:
    case Unit::cqb:
      return number * height;
    case Unit::vmin:
    case Unit::cqmin:
      return number * (width < height ? width : height);
    case Unit::vmax:
    case Unit::cqmax:
      return number * (width < height ? height : width);
    default:
      return number * absolute_factor(unit);
  }
}

}  // namespace veedor::css
