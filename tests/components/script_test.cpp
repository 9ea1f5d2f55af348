// What the content of a script says, with comments and without.
#include <chrono>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "scanner/components/recognise.h"
#include "scanner/components/script_zones.h"
#include "tests/components/sightings.h"

namespace veedor::components {
namespace {

using Lines = std::vector<std::string>;

Lines seen(std::string_view script) {
  return sightings(in_script(*url::Url::parse("https://www.example.org/app.js"), script));
}

TEST(ComponentScript, BannersNameLibraryAndVersion) {
  constexpr std::pair<const char*, const char*> kCases[] = {
      {"/*! jQuery v3.7.1 | (c) OpenJS Foundation */", "jquery@3.7.1 confirmed"},
      {"/*! jQuery UI - v1.14.2 - 2026-01-28\n* x */", "jquery-ui@1.14.2 confirmed"},
      {"/*!\n  * Bootstrap v5.3.3 (https://getbootstrap.com/)\n */", "bootstrap@5.3.3 confirmed"},
      {"//! moment.js\n//! version : 2.17.0\n", "moment.js@2.17.0 confirmed"},
      {"/*!\n * Chart.js\n * http://chartjs.org/\n * Version: 2.6.0\n */", "chart.js@2.6.0 confirmed"},
      {"/** @license React v17.0.2\n * react-dom.production.min.js\n */", "react-dom@17.0.2 confirmed"},
      {"/** @license React v17.0.2\n * react.production.min.js\n */", "react@17.0.2 confirmed"},
      {"//     Underscore.js 1.8.2\n//     http://underscorejs.org\n", "underscore.js@1.8.2 confirmed"},
      {"// node_modules/.pnpm/@angular+core@9.1.13/x/core.js\nvar a;", "@angular/core@9.1.13 confirmed"},
  };
  for (const auto& [script, expected] : kCases) EXPECT_EQ(seen(script), Lines{expected}) << script;
}

TEST(ComponentScript, MinifiedCodeKeepsItsVersion) {
  EXPECT_EQ(seen("!function(e,t){var b=\"3.7.1\",w=/HTML$/i,T=function(e,t){return new T.fn.init(e,t)}}()"),
            (Lines{"jquery@3.7.1 confirmed"}));
  EXPECT_EQ(
      seen(
          "var "
          "Rm='18.2.0-next-9e3b772b8-20220608';x({bundleType:0,version:Rm,rendererPackageName:'react-dom'})"),
      (Lines{"react-dom@18.2.0 confirmed"}));
  EXPECT_EQ(
      seen("x({bundleType:0,version:'18.2.0-next-9e3b772b8-20220608',rendererPackageName:'react-dom'})"),
      (Lines{"react-dom@18.2.0 confirmed"}));
  EXPECT_EQ(seen("var t='4.17.21'; lodash.VERSION = t /* why */;\n each(['bind', 'bindKey'])"),
            (Lines{"lodash@4.17.21 confirmed"}));
}

TEST(ComponentScript, MentionsAreNoLibraries) {
  for (const char* script :
       {"// Needs jQuery 1.9.1 or higher\nf()", "// jQuery 1.9.1 or higher is required\nf()",
        "var docs='/*! jQuery v1.4.2 | (c) */'", "var docs=`/*! jQuery v1.4.2 | (c) */`",
        "/* Changelog\n * 3.2.0 replaced lodash 4.17.4\n */", "var x={\"jquery\":\"1.12.4\"};",
        "var s='var b=\"3.7.1\",T=function(e,t){return new T.fn.init(e,t)}'",
        "/*! jQuery Form Plugin v4.3.0 */"})
    EXPECT_EQ(seen(script), Lines{}) << script;
}

TEST(ScriptZones, TellCommentsStringsAndCodeApart) {
  const ScriptZones zones = read_zones(
      "a = b / c; // one\n// two\nx = '/* no */' + `t ${ y /* in */ } /* no */`; r = /[/*]\"/g; /* end");
  ASSERT_EQ(zones.comments.size(), 3U);
  EXPECT_EQ(zones.comments[0], "// one\n// two");
  EXPECT_EQ(zones.comments[1], "/* in */");
  EXPECT_EQ(zones.comments[2], "/* end");
  EXPECT_EQ(zones.code, "a=b/c;x='/* no */'+`t ${y} /* no */`;r=/[/*]\"/g;");
  EXPECT_EQ(zones.in_string.size(), zones.code.size());
  EXPECT_EQ(read_zones("return new X").code, "return new X");
}

TEST(ScriptZones, HostileInputCostsLinearTime) {
  const auto start = std::chrono::steady_clock::now();
  for (const char* unit :
       {"`${", "/", "/*", "//\n", "\"\\", "{", "=\"1.2\",", "new T.fn.init(", "VERSION=a.fn="}) {
    std::string script;
    while (script.size() < (1U << 20)) script += unit;
    EXPECT_TRUE(seen(script).empty()) << unit;
  }
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

}  // namespace
}  // namespace veedor::components
