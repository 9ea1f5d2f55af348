// What a sheet holds, as text that tests compare.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "scanner/css/sheet.h"
#include "scanner/css/value/property.h"

namespace veedor::css {

inline std::string value_text(const Value& value) {
  switch (value.kind()) {
    case ValueKind::length:
      return std::to_string(static_cast<int>(value.number())) + "px";
    case ValueKind::number:
      return std::to_string(static_cast<int>(value.number()));
    case ValueKind::percentage:
      return std::to_string(static_cast<int>(value.number())) + "%";
    case ValueKind::wide:
      return "wide";
    default:
      return std::string(value.text());
  }
}

inline std::string declarations_text(const Sheet& sheet, const Block& block) {
  std::string out = "{";
  for (std::uint32_t i = block.first; i < block.first + block.count; ++i) {
    const Declaration& declaration = sheet.declarations[i];
    if (i != block.first) out += ';';
    out += declaration.property == Property::custom ? declaration.custom_name : name(declaration.property);
    out += ":" + value_text(declaration.value);
    if (declaration.important) out += '!';
  }
  return out + "}";
}

inline bool holds(const Sheet& sheet, std::uint32_t condition, const Environment& environment) {
  for (; condition != 0; condition = sheet.conditions[condition].parent) {
    const Condition& link = sheet.conditions[condition];
    if (link.kind != Condition::Kind::media || !link.media.matches(environment)) return false;
  }
  return true;
}

inline std::string layer_path(const Sheet& sheet, std::uint32_t layer) {
  std::string path;
  for (; layer != 0; layer = sheet.layers[layer].parent) {
    const std::string_view one = sheet.layers[layer].name;
    path = std::string(one.empty() ? "*" : one) + (path.empty() ? "" : "." + path);
  }
  return path;
}

// "[layer]selector{width:1px!}?" for each rule; ? where its condition does not hold.
inline std::string rules_text(const Sheet& sheet, const Environment& environment = {}) {
  std::string out;
  for (const StyleRule& rule : sheet.rules) {
    if (!out.empty()) out += ' ';
    if (rule.layer != 0) out += "[" + layer_path(sheet, rule.layer) + "]";
    out += sheet.source.substr(rule.text_begin, rule.text_end - rule.text_begin);
    out += declarations_text(sheet, sheet.blocks[rule.block]);
    if (!holds(sheet, rule.condition, environment)) out += '?';
  }
  return out;
}

inline std::string parse(std::string_view source) {
  return rules_text(*parse_sheet(std::string(source), ""));
}

struct SheetCase {
  std::string_view source;
  std::string_view rules;
};

inline void expect_all(std::span<const SheetCase> cases) {
  for (const SheetCase& c : cases) EXPECT_EQ(parse(c.source), c.rules) << c.source;
}

}  // namespace veedor::css
