#include "scanner/css/value/property.h"

#include <array>
#include <cstdint>

#include "scanner/base/text.h"
#include "scanner/css/value/property_table.h"

namespace veedor::css {

namespace {

// FNV-1a of the name in lower case.
std::uint32_t hash(std::string_view name) {
  std::uint32_t h = 2166136261U;
  for (const char c : name) h = (h ^ static_cast<unsigned char>(ascii_lower(c))) * 16777619U;
  return h;
}

// All names by their hash, collisions one slot further.
class Names {
 public:
  Names() {
    for (std::size_t i = 0; i < kLonghands; ++i) {
      const Longhand& entry = longhand(static_cast<Property>(i));
      add(entry.name, entry.property);
    }
    for (const ShorthandName& entry : shorthand_names()) add(entry.name, entry.property);
    for (const Alias& alias : property_aliases()) add(alias.name, alias.property);
  }

  Property find(std::string_view name) const {
    for (std::size_t i = hash(name) % kSlots; !slots_[i].name.empty(); i = (i + 1) % kSlots) {
      if (ascii_iequals(slots_[i].name, name)) return slots_[i].property;
    }
    return Property::unknown;
  }

 private:
  static constexpr std::size_t kSlots = 1024;

  void add(std::string_view name, Property property) {
    std::size_t i = hash(name) % kSlots;
    while (!slots_[i].name.empty()) i = (i + 1) % kSlots;
    slots_[i] = {name, property};
  }

  std::array<Alias, kSlots> slots_{};
};

constexpr std::size_t kLongestName = 40;

}  // namespace

std::string_view name(Property property) {
  if (is_longhand(property)) return longhand(property).name;
  if (property == Property::custom) return "--*";
  const std::size_t index = static_cast<std::size_t>(property) - static_cast<std::size_t>(Property::all);
  return index < shorthand_names().size() ? shorthand_names()[index].name : std::string_view();
}

Property find_property(std::string_view name) {
  static const Names names;
  if (name.starts_with("--")) return name.size() > 2 ? Property::custom : Property::unknown;
  return name.size() > kLongestName ? Property::unknown : names.find(name);
}

const Value& initial_value(Property longhand_property) { return longhand(longhand_property).initial; }

}  // namespace veedor::css
