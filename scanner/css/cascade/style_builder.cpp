#include "scanner/css/cascade/style_builder.h"

#include <algorithm>
#include <bit>

#include "scanner/base/text.h"
#include "scanner/css/cascade/box_fixups.h"
#include "scanner/css/cascade/font.h"
#include "scanner/css/syntax/tokenizer.h"
#include "scanner/css/value/variables.h"

namespace veedor::css {
namespace {

constexpr std::size_t kMaxGroupBytes = 192U << 20;  // of all styles of one page
constexpr std::size_t kMaxTextBytes = 32U << 20;    // of values with variables substituted

const Winner* find(const MatchSet& set, Property property) {
  const auto found = std::ranges::lower_bound(
      set.longhands, property, {}, [](const Winner& winner) { return winner.declaration->property; });
  return found != set.longhands.end() && found->declaration->property == property ? &*found : nullptr;
}

// Looked at before all others, in an order of their own, since the others depend on them.
bool comes_first(Property property) {
  return property == Property::font_family || property == Property::font_size ||
         property == Property::color_scheme || property == Property::color ||
         property == Property::line_height || property == Property::direction;
}

bool is_plain(const Style& style) {
  return style[Property::position].is("static") && style[Property::z_index].is("auto") &&
         style[Property::opacity].number() >= 1 && !style.not_rendered() &&
         style.colour(Property::background_color).alpha <= 0 &&
         style[Property::background_image].is("none") && style[Property::transform].is("none") &&
         style[Property::translate].is("none") && style[Property::filter].is("none") &&
         style[Property::mix_blend_mode].is("normal") && style[Property::margin_top].number() >= 0 &&
         style[Property::margin_bottom].number() >= 0;
}

double line_height_px(const Style& style) {
  const Value& value = style[Property::line_height];
  if (value.kind() == ValueKind::number) return value.number() * style.font_size();
  return value.is_length() ? value.number() : 1.2 * style.font_size();
}

}  // namespace

std::size_t StyleBuilder::SharedHash::operator()(const SharedKey& key) const {
  const auto set = std::bit_cast<std::uintptr_t>(key.set);
  const auto parent = std::bit_cast<std::uintptr_t>(key.parent);
  return (set / 16) * 0x9E3779B97F4A7C15ULL ^ (parent / 16) * 0xC2B2AE3D27D4EB4FULL ^
         static_cast<std::size_t>(key.subject);
}

StyleBuilder::StyleBuilder(const Environment& environment, ParserMode mode)
    : environment_(environment), mode_(mode), initial_(make_initial()) {}

Style StyleBuilder::make_initial() {
  Style style;
  ComputeContext context{.viewport_width = environment_.width, .viewport_height = environment_.height};
  for (const Group*& group : style.groups_) group = &groups_.emplace_back();
  auto put = [&](Property property, const Value& value) {
    const auto [group, place] = Style::kPlaces[static_cast<std::size_t>(property)];
    groups_[group][place].value = value;
  };
  for (std::uint16_t i = 0; i < kLonghands; ++i) {
    const auto property = static_cast<Property>(i);
    const Value& declared = initial_value(property);
    const bool current = declared.kind() == ValueKind::colour_expression && declared.text() == "currentcolor";
    put(property, current ? Value::keyword("currentcolor") : compute(property, declared, context));
  }
  put(Property::font_size, Value::length(font_keyword_size(font_keyword("medium"), false)));
  put(Property::font_weight, Value::number(400));
  style.font_keyword_ = font_keyword("medium");
  return style;
}

const Style& StyleBuilder::build(const MatchSet& set, const Style* parent, Subject subject) {
  const SharedKey key{&set, parent, subject};
  const auto known = shared_.find(key);
  if (known != shared_.end()) return *known->second;
  if (groups_.size() * sizeof(Group) > kMaxGroupBytes || texts_.bytes() > kMaxTextBytes) {
    out_of_budget_ = true;
    return parent != nullptr ? *parent : initial_;
  }
  const Style& style = make(set, parent, subject);
  shared_.emplace(key, &style);
  return style;
}

const Style& StyleBuilder::make(const MatchSet& set, const Style* parent, Subject subject) {
  Draft draft{.style = initial_, .parent = parent != nullptr ? parent : &initial_, .own = {}, .context = {}};
  for (std::size_t group = 0; group < kInheritedGroups; ++group)
    draft.style.groups_[group] = draft.parent->groups_[group];
  draft.style.font_keyword_ = draft.parent->font_keyword_;
  draft.style.font_absolute_ = draft.parent->font_absolute_;
  draft.style.monospace_ = draft.parent->monospace_;
  draft.style.custom_ = custom_.build(set.custom, draft.parent->custom_);
  ComputeContext& context = draft.context;
  context.viewport_width = environment_.width;
  context.viewport_height = environment_.height;
  context.font_size = draft.parent->font_size();
  context.root_font_size = root_font_size_;
  context.root_line_height = root_line_height_;
  context.line_height = line_height_px(*draft.parent);
  context.current_colour = draft.parent->colour();

  for (Property property : {Property::direction, Property::font_family}) {
    if (const Winner* winner = find(set, property)) apply(draft, *winner);
  }
  apply_font_size(draft, find(set, Property::font_size));
  context.font_size = draft.style.font_size();
  if (subject == Subject::root) context.root_font_size = root_font_size_ = context.font_size;
  if (const Winner* winner = find(set, Property::line_height)) apply(draft, *winner);
  context.line_height = line_height_px(draft.style);
  if (subject == Subject::root) context.root_line_height = root_line_height_ = context.line_height;
  if (const Winner* winner = find(set, Property::color_scheme)) apply(draft, *winner);
  set_scheme(draft);
  if (const Winner* winner = find(set, Property::color)) {
    apply(draft, *winner);
  } else if (subject == Subject::root) {
    this->set(draft, Property::color, compute(Property::color, initial_value(Property::color), context), 0);
  }
  context.current_colour = draft.style.colour();
  for (const Winner& winner : set.longhands) {
    if (!comes_first(winner.declaration->property)) apply(draft, winner);
  }
  finish(draft, subject);
  return styles_.emplace_back(draft.style);
}

// CSS Color Adjustment 1 §2.2: dark where the page supports it and the reader prefers it, or supports nothing
// else.
void StyleBuilder::set_scheme(Draft& draft) {
  const Value& value = draft.style[Property::color_scheme];
  const std::string_view text = value.text();
  const bool dark = ascii_icontains(text, "dark");
  const bool light = ascii_icontains(text, "light");
  const bool prefers_dark = environment_.scheme == ColourScheme::dark;
  draft.context.scheme = dark && (!light || prefers_dark) ? ColourScheme::dark : ColourScheme::light;
}

void StyleBuilder::set(Draft& draft, Property property, const Value& value, std::uint32_t from) {
  const auto [group, place] = Style::kPlaces[static_cast<std::size_t>(property)];
  if (draft.own[group] == nullptr) {
    draft.own[group] = &groups_.emplace_back(*draft.style.groups_[group]);
    draft.style.groups_[group] = draft.own[group];
  }
  (*draft.own[group])[place] = {value, from};
}

void StyleBuilder::take(Draft& draft, Property property, const Style& from) {
  const Style::Slot slot = from.slot(property);
  if (draft.style[property] == slot.value && draft.style.slot(property).from == slot.from) return;
  set(draft, property, slot.value, slot.from);
}

void StyleBuilder::unset(Draft& draft, Property property) {
  take(draft, property, is_inherited(property) ? *draft.parent : initial_);
}

void StyleBuilder::apply(Draft& draft, const Winner& winner) {
  const Property property = winner.declaration->property;
  const Value declared = resolved(draft, *winner.declaration);
  if (declared.kind() == ValueKind::none) return unset(draft, property);
  if (declared.kind() == ValueKind::wide) {
    switch (declared.wide()) {
      case Wide::initial:
        return take(draft, property, initial_);
      case Wide::inherit:
        return take(draft, property, *draft.parent);
      case Wide::unset:
      case Wide::revert:
      case Wide::revert_layer:
        return unset(draft, property);
    }
  }
  const Value value = computed(draft, property, declared);
  if (value.kind() == ValueKind::none) return unset(draft, property);
  set(draft, property, value, winner.from);
  if (property == Property::font_family) draft.style.monospace_ = is_only_monospace(value.text());
}

Value StyleBuilder::resolved(Draft& draft, const Declaration& declaration) {
  if (declaration.value.kind() != ValueKind::unresolved) return declaration.value;
  std::optional<std::string> text = substitute(declaration.value.text(), [&](std::string_view name) {
    return custom_.find(draft.style.custom_, name);
  });
  if (!text) return {};
  const Property shorthand = declaration.value.shorthand();
  std::string key = std::to_string(static_cast<int>(shorthand)) + ':' + *text;
  auto known = parsed_.find(key);
  if (known == parsed_.end()) {
    std::vector<Declaration> longhands;
    const std::string_view kept = texts_.keep(*text);
    const std::vector<Token> tokens = tokenize(kept, texts_);
    const ValueSource source{.text = kept, .pool = texts_, .mode = mode_};
    if (!parse_declaration(shorthand, name(shorthand), tokens, source, longhands)) longhands.clear();
    known = parsed_.emplace(std::move(key), std::move(longhands)).first;
  }
  const auto found = std::ranges::find(known->second, declaration.property, &Declaration::property);
  return found == known->second.end() ? Value() : found->value;
}

// What depends on the parent's value of the same property; the rest is arithmetic.
Value StyleBuilder::computed(Draft& draft, Property property, const Value& declared) {
  const Style& parent = *draft.parent;
  // CSS Color 4 §7.2: it is inherited as the keyword.
  const bool current =
      declared.kind() == ValueKind::colour_expression && ascii_iequals(declared.text(), "currentcolor");
  if (current && property != Property::color) return Value::keyword("currentcolor");
  switch (property) {
    case Property::font_weight:
      if (declared.is("normal")) return Value::number(400);
      if (declared.is("bold")) return Value::number(700);
      if (declared.is("bolder") || declared.is("lighter"))
        return Value::number(relative_weight(parent.font_weight(), declared.is("bolder")));
      break;
    case Property::line_height: {
      const Value value = compute(property, declared, draft.context);
      if (value.kind() != ValueKind::percentage && value.kind() != ValueKind::length_percentage) return value;
      const double px = value.kind() == ValueKind::length_percentage ? value.number() : 0;
      return Value::length(px + value.percent() * draft.context.font_size / 100);
    }
    case Property::text_align: {
      const Value& inherited = parent[Property::text_align];
      if (declared.is("-internal-center"))
        return inherited.is("start") ? Value::keyword("center") : inherited;
      if (!declared.is("match-parent")) return declared;
      const bool ltr = parent[Property::direction].is("ltr");
      if (inherited.is("start")) return Value::keyword(ltr ? "left" : "right");
      if (inherited.is("end")) return Value::keyword(ltr ? "right" : "left");
      return inherited;
    }
    default:
      break;
  }
  return compute(property, declared, draft.context);
}

void StyleBuilder::apply_font_size(Draft& draft, const Winner* winner) {
  Style& style = draft.style;
  const Style& parent = *draft.parent;
  const Value declared = winner != nullptr ? resolved(draft, *winner->declaration) : Value();
  const bool wide = declared.kind() == ValueKind::wide;
  const bool to_initial = wide && declared.wide() == Wide::initial;
  if (declared.kind() == ValueKind::none || (wide && !to_initial)) {
    const bool scales = !style.font_absolute_ && style.monospace_ != parent.monospace_;
    if (!scales) return;
    const double factor = style.monospace_ ? kMonospaceFactor : 1 / kMonospaceFactor;
    const double size = style.font_keyword_ != 0 ? font_keyword_size(style.font_keyword_, style.monospace_)
                                                 : parent.font_size() * factor;
    return set(draft, Property::font_size, Value::length(size), parent.slot(Property::font_size).from);
  }
  const std::uint8_t keyword = to_initial ? font_keyword("medium") : font_keyword(declared.text());
  if (keyword != 0) {
    style.font_keyword_ = keyword;
    style.font_absolute_ = false;
    return set(draft, Property::font_size, Value::length(font_keyword_size(keyword, style.monospace_)),
               winner->from);
  }
  double size = parent.font_size();
  bool relative = true;
  if (declared.is("smaller") || declared.is("larger")) {
    size = declared.is("larger") ? size * 1.2 : size / 1.2;
  } else {
    const Value value = compute(Property::font_size, declared, draft.context);
    if (value.kind() == ValueKind::none) return;
    const bool plain = value.kind() != ValueKind::percentage;
    size = std::max(0.0, (plain ? value.number() : 0) + value.percent() * size / 100);
    relative =
        declared.kind() != ValueKind::length || (declared.unit() >= Unit::em && declared.unit() <= Unit::rlh);
  }
  style.font_keyword_ = 0;
  style.font_absolute_ = !relative || parent.font_absolute_;
  if (relative && !style.font_absolute_ && style.monospace_ != parent.monospace_)
    size *= style.monospace_ ? kMonospaceFactor : 1 / kMonospaceFactor;
  set(draft, Property::font_size, Value::length(size), winner->from);
}

void StyleBuilder::finish(Draft& draft, Subject subject) {
  auto change = [&](Property property, std::string_view keyword) {
    if (!draft.style[property].is(keyword))
      set(draft, property, Value::keyword(keyword), draft.style.slot(property).from);
  };
  const BoxFixups fixups = box_fixups(draft.style, subject, draft.parent->blockifies_);
  change(Property::display, fixups.display);
  change(Property::float_, fixups.float_);
  change(Property::overflow_x, fixups.overflow_x);
  change(Property::overflow_y, fixups.overflow_y);
  draft.style.blockifies_ = fixups.blockifies_children;
  constexpr std::array<std::pair<Property, Property>, 4> kBorders = {{
      {Property::border_top_style, Property::border_top_width},
      {Property::border_right_style, Property::border_right_width},
      {Property::border_bottom_style, Property::border_bottom_width},
      {Property::border_left_style, Property::border_left_width},
  }};
  for (const auto& [style, width] : kBorders) {
    const Value& value = draft.style[style];
    if ((value.is("none") || value.is("hidden")) && draft.style[width].number() != 0)
      set(draft, width, Value::length(0), draft.style.slot(style).from);
  }
  draft.style.plain_box_ = is_plain(draft.style);
}

}  // namespace veedor::css
