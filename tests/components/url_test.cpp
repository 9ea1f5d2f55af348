// What the URL of a script says, on delivery networks and elsewhere.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "scanner/components/recognise.h"
#include "scanner/components/version.h"
#include "tests/components/sightings.h"

namespace veedor::components {
namespace {

std::string seen(std::string_view address) {
  const auto base = url::Url::parse("https://www.example.org/");
  const auto url = url::Url::parse(address, *base);
  std::string out;
  for (const std::string& line : sightings(in_url(*url))) out += (out.empty() ? "" : ", ") + line;
  return out;
}

struct Case {
  const char* url;
  const char* expected;
};

TEST(ComponentUrl, DeliveryNetworksNamePackageAndVersion) {
  constexpr Case kCases[] = {
      {"https://cdn.jsdelivr.net/npm/jquery@3.4.1/dist/jquery.min.js", "jquery@3.4.1 likely"},
      {"https://cdn.jsdelivr.net/npm/@angular/core@9.1.13/bundles/core.umd.js",
       "@angular/core@9.1.13 likely"},
      {"https://cdn.jsdelivr.net/gh/twbs/bootstrap@4.1.3/dist/js/bootstrap.min.js", "bootstrap@4.1.3 likely"},
      {"https://cdn.jsdelivr.net/combine/npm/jquery@3.4.1,npm/bootstrap@4.3.1/dist/js/bootstrap.min.js",
       "bootstrap@4.3.1 likely, jquery@3.4.1 likely"},
      {"https://cdn.jsdelivr.net/npm/slick-carousel@1.8.1/slick/slick.min.js", "slick-carousel@1.8.1 likely"},
      {"https://cdn.jsdelivr.net/npm/chart.js@latest/dist/chart.umd.js", "chart.js@ possible"},
      {"https://unpkg.com/vue@2.6.14/dist/vue.min.js", "vue@2.6.14 likely"},
      {"https://unpkg.com/vue@3", "vue@ possible"},
      {"https://unpkg.com/react", "react@ possible"},
      {"https://unpkg.com/@ckeditor/ckeditor5-build-classic@25.0.0/build/ckeditor.js",
       "ckeditor5@25.0.0 likely"},
      {"https://cdnjs.cloudflare.com/ajax/libs/moment.js/2.29.1/locale/es.js", "moment.js@2.29.1 likely"},
      {"https://cdnjs.cloudflare.com/ajax/libs/jquery-validate/1.19.2/jquery.validate.min.js",
       "jquery-validation@1.19.2 likely"},
      {"https://ajax.googleapis.com/ajax/libs/angularjs/1.5.8/angular.min.js", "angularjs@1.5.8 likely"},
      {"https://ajax.googleapis.com/ajax/libs/jqueryui/1.12.1/jquery-ui.min.js", "jquery-ui@1.12.1 likely"},
      {"https://code.jquery.com/jquery-3.6.0.slim.min.js", "jquery@3.6.0 likely"},
      {"https://code.jquery.com/ui/1.12.1/jquery-ui.js", "jquery-ui@1.12.1 likely"},
      {"https://code.jquery.com/mobile/1.4.5/jquery.mobile-1.4.5.min.js", "jquery-mobile@1.4.5 likely"},
      {"https://maxcdn.bootstrapcdn.com/bootstrap/3.3.7/js/bootstrap.min.js", "bootstrap@3.3.7 likely"},
      {"https://ajax.aspnetcdn.com/ajax/jquery.ui/1.10.0/jquery-ui.min.js", "jquery-ui@1.10.0 likely"},
      {"https://esm.sh/v135/react@18.2.0/es2022/react.mjs", "react@18.2.0 likely"},
      {"https://cdn.skypack.dev/-/react@v17.0.1-yH0aYV1FOvoIPeKBbHxg/dist=es2019/react.js",
       "react@17.0.1 likely"},
      {"https://ga.jspm.io/npm:react@17.0.2/index.js", "react@17.0.2 likely"},
      {"https://cdn.datatables.net/1.10.20/js/jquery.dataTables.min.js", "jquery.datatables@1.10.20 likely"},
      {"https://code.highcharts.com/8.2.2/highcharts.js", "highcharts@8.2.2 likely"},
  };
  for (const Case& item : kCases) EXPECT_EQ(seen(item.url), item.expected) << item.url;
}

TEST(ComponentUrl, FileNamesAndFoldersNameKnownLibraries) {
  constexpr Case kCases[] = {
      {"/vendor/jquery-1.12.4.min.js", "jquery@1.12.4 likely"},
      {"/vendor/jquery-ui-1.12.1.min.js", "jquery-ui@1.12.1 likely"},
      {"/vendor/angular-1.5.8.min.js", "angularjs@1.5.8 likely"},
      {"/js/jquery/3.4.1/jquery.min.js", "jquery@3.4.1 likely"},
      {"/js/bootstrap-3.3.7/dist/js/bootstrap.js", "bootstrap@3.3.7 likely"},
      {"/node_modules/.pnpm/axios@0.21.0/node_modules/axios/dist/axios.js", "axios@0.21.0 likely"},
      {"/assets/ajax/libs/handlebars.js/4.0.5/handlebars.min.js", "handlebars@4.0.5 likely"},
      {"/js/jquery.min.js", "jquery@ possible"},
      {"/js/bootstrap.bundle.min.js", "bootstrap@ possible"},
      {"/js/app-1.2.3.js", ""},
      {"/js/jquery.slider-1.2.3.js", ""},
      {"/release/4.2.1/jquery.min.js", "jquery@ possible"},
      {"/bootstrap/3.3.7/js/jquery.min.js", "jquery@ possible"},
      {"/fotos/ana@1.2.3/a.js", ""},
  };
  for (const Case& item : kCases) EXPECT_EQ(seen(item.url), item.expected) << item.url;
}

TEST(ComponentUrl, QueryIsTrustedOnlyWhereWordPressWritesIt) {
  EXPECT_EQ(seen("/wp-includes/js/jquery/jquery.min.js?ver=3.7.1"), "jquery@3.7.1 likely");
  EXPECT_EQ(seen("/wp-includes/js/jquery/ui/core.min.js?ver=1.13.2"), "jquery-ui@1.13.2 likely");
  EXPECT_EQ(seen("/wp-content/themes/x/js/bootstrap.min.js?ver=1.0.2"), "bootstrap@1.0.2 possible");
  EXPECT_EQ(seen("/js/bootstrap.min.js?v=20240512"), "bootstrap@ possible");
}

TEST(ComponentUrl, HashesDatesAndTagsAreNoVersions) {
  for (const char* url :
       {"/static/47a9c871/jquery.js", "/wp-content/cache/2f80d7d13a7861fd_prod/jquery.min.js",
        "https://cdn.example/jquery-3.x-git.min.js", "/js/jquery/2024.05.12/jquery.js",
        "https://code.jquery.com/jquery-latest.min.js"}) {
    const auto base = url::Url::parse("https://www.example.org/");
    for (const facts::Component& component : in_url(*url::Url::parse(url, *base)))
      EXPECT_EQ(component.version, "") << url;
  }
}

TEST(ComponentUrl, HostileUrlsAreBounded) {
  const std::string slashes(60000, '/');
  const std::string ats(60000, '@');
  for (const std::string& path :
       {slashes, ats, std::string("/npm/") + ats, "/" + std::string(50000, '1') + ".js"}) {
    const auto url = url::Url::parse("https://cdn.jsdelivr.net" + path);
    if (url) {
      EXPECT_LE(in_url(*url).size(), 2U);
    }
  }
}

TEST(Version, IsNumbersWithDots) {
  for (const char* text : {"3.4.1", "1.0", "1.9.0b1", "5.0.0-beta.2", "4.0.0-rc.1", "2.2.228", "1.2.3.4",
                           "4.22.1-lts", "5.10.0-1"})
    EXPECT_TRUE(is_version(text)) << text;
  for (const char* text : {"", "3", "3.x", "latest", "47a9c871", "2021.05.12", "20210512", "1.2.3.4.5",
                           "1..2", "1.2.3-abcdef0", "v1.2", "1.2.", "123456.1"})
    EXPECT_FALSE(is_version(text)) << text;
  EXPECT_EQ(leading_version("3.7.1.min.js"), "3.7.1");
  EXPECT_EQ(leading_version("4.5.0. Copyright"), "4.5.0");
  EXPECT_EQ(leading_version("17.0.1-yH0aYV1FOv"), "17.0.1");
  EXPECT_EQ(leading_version("next"), "");
}

}  // namespace
}  // namespace veedor::components
