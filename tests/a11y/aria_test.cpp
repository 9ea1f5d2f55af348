// The tables of roles, states and properties.
#include "scanner/a11y/aria.h"

#include <gtest/gtest.h>

namespace veedor::a11y {
namespace {

const AriaRole& role(std::string_view name) {
  const AriaRole* found = find_aria_role(name);
  EXPECT_NE(found, nullptr) << name;
  static const AriaRole none;
  return found == nullptr ? none : *found;
}

const AriaAttribute& attribute(std::string_view name) {
  const AriaAttribute* found = find_aria_attribute(name);
  EXPECT_NE(found, nullptr) << name;
  return found == nullptr ? aria_attributes().front() : *found;
}

TEST(Aria, EveryReferenceOfTheTablesIsToSomething) {
  EXPECT_EQ(aria_attributes().size(), 53U);
  for (const AriaRole& entry : aria_roles()) {
    for (const auto* list : {&entry.superclasses, &entry.parents, &entry.children}) {
      for (std::string_view name : *list)
        EXPECT_NE(find_aria_role(name), nullptr) << entry.name << ": " << name;
    }
    EXPECT_EQ(find_aria_role(entry.name), &entry);
    EXPECT_TRUE(inherits(entry, "roletype")) << entry.name;
  }
  EXPECT_EQ(find_aria_role("nonsense"), nullptr);
  EXPECT_EQ(find_aria_role(""), nullptr);
  EXPECT_EQ(find_aria_attribute("aria-nonsense"), nullptr);
}

TEST(Aria, RolesSupportWhatTheirSuperclassesDo) {
  EXPECT_TRUE(role("switch").supported.contains(attribute("aria-readonly")));
  EXPECT_TRUE(role("treegrid").supported.contains(attribute("aria-activedescendant")));
  EXPECT_TRUE(role("rowheader").supported.contains(attribute("aria-colspan")));
  EXPECT_TRUE(role("alertdialog").supported.contains(attribute("aria-modal")));
  EXPECT_TRUE(role("doc-noteref").supported.contains(attribute("aria-expanded")));
  EXPECT_FALSE(role("list").supported.contains(attribute("aria-level")));
  EXPECT_TRUE(role("slider").required.contains(attribute("aria-valuenow")));
  EXPECT_TRUE(role("slider").supported.contains(attribute("aria-valuenow")));
  EXPECT_FALSE(role("progressbar").required.contains(attribute("aria-valuenow")));
  EXPECT_TRUE(role("article").required.empty());
}

TEST(Aria, AllowsWhatIsGlobalSupportedAndNotProhibited) {
  EXPECT_TRUE(is_allowed(role("button"), attribute("aria-pressed")));
  EXPECT_FALSE(is_allowed(role("button"), attribute("aria-checked")));
  EXPECT_TRUE(is_allowed(role("list"), attribute("aria-live")));
  EXPECT_TRUE(is_allowed(role("list"), attribute("aria-label")));
  EXPECT_FALSE(is_allowed(role("paragraph"), attribute("aria-label")));
  EXPECT_FALSE(is_allowed(role("generic"), attribute("aria-roledescription")));
  EXPECT_TRUE(is_allowed(role("paragraph"), attribute("aria-roledescription")));
  EXPECT_FALSE(is_allowed(role("heading"), attribute("aria-invalid")));
  EXPECT_TRUE(is_allowed(role("textbox"), attribute("aria-invalid")));
}

TEST(Aria, RolesSayHowTheyAreNamedAndWhereTheyStand) {
  EXPECT_EQ(role("link").name_from, NameFrom::contents);
  EXPECT_EQ(role("dialog").name_from, NameFrom::author);
  EXPECT_EQ(role("strong").name_from, NameFrom::prohibited);
  EXPECT_TRUE(role("dialog").name_required);
  EXPECT_FALSE(role("list").name_required);
  EXPECT_TRUE(role("button").children_presentational);
  EXPECT_FALSE(role("link").children_presentational);
  EXPECT_TRUE(role("widget").abstract);
  EXPECT_TRUE(role("directory").deprecated);
  EXPECT_EQ(role("tab").parents, std::vector<std::string_view>{"tablist"});
  EXPECT_EQ(role("tablist").children, std::vector<std::string_view>{"tab"});
}

TEST(Aria, AttributesHaveTypesAndTokens) {
  EXPECT_EQ(attribute("aria-checked").type, AriaType::tristate);
  EXPECT_EQ(attribute("aria-labelledby").type, AriaType::ids);
  EXPECT_EQ(attribute("aria-valuenow").type, AriaType::number);
  EXPECT_EQ(attribute("aria-current").tokens.size(), 7U);
  EXPECT_EQ(attribute("aria-live").initial, "off");
  EXPECT_EQ(attribute("aria-hidden").scope, AriaScope::global);
  EXPECT_EQ(attribute("aria-haspopup").scope, AriaScope::deprecated_global);
  EXPECT_EQ(attribute("aria-level").scope, AriaScope::roles);
}

}  // namespace
}  // namespace veedor::a11y
