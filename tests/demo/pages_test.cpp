// The files of both states: the same pages, the same look, and no fault left in `after`.
#include "demo/pages.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace veedor::demo {
namespace {

TEST(Pages, AreTheSameInBothStates) {
  const Pages before(State::before);
  const Pages after(State::after);
  EXPECT_EQ(before.addresses(), after.addresses());
  EXPECT_GE(after.addresses().size(), 10U);
}

TEST(Pages, KnowNothingOfTheOtherState) {
  EXPECT_FALSE(Pages(State::before).find("/vendor/jquery-1.12.4.min.js").empty());
  EXPECT_TRUE(Pages(State::after).find("/vendor/jquery-1.12.4.min.js").empty());
  EXPECT_TRUE(Pages(State::after).find("/consulta").empty());
  EXPECT_TRUE(Pages(State::after).find("").empty());
}

TEST(Pages, KeepTheirBytes) {
  EXPECT_TRUE(Pages(State::after).find("/").starts_with("<!DOCTYPE html>\n<html lang=\"es\">"));
  EXPECT_TRUE(Pages(State::after).find("/").ends_with("</html>\n"));
  EXPECT_TRUE(Pages(State::after).find("/resultados/").find("Sí") != std::string_view::npos);
}

TEST(Pages, OldLibrariesAreNamesOnly) {
  const Pages before(State::before);
  for (const char* name :
       {"jquery-1.12.4", "jquery-ui-1.12.1", "bootstrap-3.3.7", "angular-1.5.8", "handlebars-4.0.5"}) {
    const std::string_view script = before.find("/vendor/" + std::string(name) + ".min.js");
    EXPECT_TRUE(script.starts_with("// Harmless stand-in")) << name;
    EXPECT_EQ(script.find('\n'), script.size() - 1) << name;
  }
}

// The strict policy of `after` would block these, and veedor would rightly complain.
TEST(Pages, AfterHasNothingInlineAndNothingForeign) {
  const Pages after(State::after);
  for (const std::string& path : after.addresses()) {
    const std::string_view page = after.find(path);
    for (const char* forbidden :
         {"<style", " style=", "<script>", " onclick=", "http://", "https://", "@HTTP_ORIGIN@"}) {
      EXPECT_EQ(page.find(forbidden), std::string_view::npos) << path << ": " << forbidden;
    }
  }
}

}  // namespace
}  // namespace veedor::demo
