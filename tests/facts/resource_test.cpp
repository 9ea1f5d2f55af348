// What is kept of an answer, of pages and of media; and what a page would like to know.
#include "scanner/facts/resource.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "scanner/facts/link_reference.h"
#include "scanner/facts/linked_resources.h"
#include "scanner/facts/page.h"
#include "scanner/facts/text_blocks.h"
#include "tests/media/files.h"

namespace veedor::facts {
namespace {

Response answer(const std::string& type, std::string body, int status = 200) {
  Response response;
  response.requested = response.final_url = *url::Url::parse("https://example.org/folder/x#f");
  response.outcome = Outcome::read;
  response.status = status;
  response.headers.add("content-type", type);
  response.body = std::move(body);
  return response;
}

Page page_of(const std::string& html) {
  return {answer("text/html", ""), *html::Document::parse(html), "utf-8"};
}

std::vector<std::string> wanted(const std::string& html) {
  std::vector<std::string> found;
  for (const WantedResource& one : linked_resources(page_of(html))) found.push_back(one.url.href());
  return found;
}

TEST(Resource, APartSaysHowMuchThereIs) {
  const std::string file = testing::wav(5);
  for (const int status : {206, 200}) {  // some servers send a part with status 200
    Response part = answer("audio/wav", file.substr(0, 1000), status);
    part.headers.add("content-range", "bytes 0-999/" + std::to_string(file.size()));
    const Resource resource = resource_of(part, {});
    EXPECT_FALSE(resource.whole);
    ASSERT_TRUE(resource.media.has_value());
    EXPECT_DOUBLE_EQ(resource.media->seconds.value_or(0), 5);
  }
}

TEST(Resource, WhatWasCutIsReadButNotWhole) {
  Response cut = answer("audio/wav", testing::wav(5).substr(0, 1000));
  cut.outcome = Outcome::too_large;
  cut.headers.add("content-length", "40044");
  const Resource resource = resource_of(cut, {});
  EXPECT_TRUE(resource.success());
  EXPECT_FALSE(resource.whole);
  EXPECT_DOUBLE_EQ(resource.media->seconds.value_or(0), 5);
}

TEST(Resource, FailuresHoldNothing) {
  Response gone = answer("text/html", "<p>x", 404);
  gone.outcome = Outcome::http_error;
  EXPECT_FALSE(resource_of(gone, {}).page.has_value());
  EXPECT_FALSE(resource_of(gone, {}).success());
}

TEST(Resource, APageSendsItsVisitorsOnOnlyAtOnce) {
  const auto moved = [](const std::string& content) {
    return resource_of(answer("text/html", "<meta http-equiv=refresh content=\"" + content + "\">"), {})
        .page->moved_to;
  };
  EXPECT_EQ(moved("0; URL='index.html'"), "https://example.org/folder/index.html");
  EXPECT_EQ(moved("0;url=/a#x"), "https://example.org/a");
  EXPECT_EQ(moved("30; URL=/a"), "");
  EXPECT_EQ(moved("0"), "");
}

TEST(Resource, MainContentIsComparedAlone) {
  const auto of = [](const std::string& html) { return *resource_of(answer("text/html", html), {}).page; };
  const LinkedPage a = of("<nav>Uno</nav><main><h1>Acta</h1><p>El 022 345 678</main>");
  const LinkedPage b = of("<nav>Dos</nav><main><h1>Acta</h1><p>El  022 345 678</main>");
  EXPECT_EQ(a.main_hash, b.main_hash);
  EXPECT_NE(a.text_hash, b.text_hash);
  EXPECT_EQ(a.numbers.size(), 3U);
  EXPECT_FALSE(a.has_tabbable);
  EXPECT_TRUE(of("<p><button>x</button>").has_tabbable);
  EXPECT_FALSE(of("<p><button tabindex=-1>x</button>").has_tabbable);
}

TEST(TextBlocks, EndWithTheirElements) {
  const auto texts = [](const std::string& html) {
    std::vector<std::string> found;
    const auto document = *html::Document::parse(html);
    for (const TextBlock& block : text_blocks(document.root())) found.push_back(block.text);
    return found;
  };
  using Texts = std::vector<std::string>;
  EXPECT_EQ(texts("<p>Uno <b>dos</b></p> tres <ul><li>A<li><a href=/>B</a></ul>cuatro"),
            (Texts{"uno dos", "tres", "a", "b", "cuatro"}));
  EXPECT_EQ(texts("<p hidden>x<p style='color:red; display : none'>y<script>z</script><p>w"), (Texts{"w"}));
  EXPECT_EQ(texts("<h1><img src=a alt='El escudo'></h1>—<br>?"), (Texts{"el escudo", "—"}));
  EXPECT_EQ(texts(""), Texts{});
}

TEST(TextBlocks, AHeadingIsNotTheLinkOfTheSameText) {
  const auto document = *html::Document::parse("<li>Acta</li><h2>Acta</h2><div>Acta</div>");
  const auto blocks = text_blocks(document.root());
  ASSERT_EQ(blocks.size(), 3U);
  EXPECT_NE(blocks[0].hash, blocks[1].hash);
  EXPECT_EQ(blocks[0].hash, blocks[2].hash);
  EXPECT_LT(blocks[0].behind, blocks[1].behind);
}

TEST(LinkedResources, WhatIsInQuestionIsWanted) {
  using Urls = std::vector<std::string>;
  EXPECT_EQ(
      wanted(
          "<audio src=a.mp3></audio><video autoplay><source src=v.mp4><source src=v.webm><source src=v.ogv>"
          "<track src=t.vtt></video>"),
      (Urls{"https://example.org/folder/v.mp4", "https://example.org/folder/v.webm",
            "https://example.org/folder/t.vtt", "https://example.org/folder/a.mp3"}));
  EXPECT_EQ(
      wanted("<iframe src=1></iframe><iframe tabindex=-1 src=2></iframe><iframe title=A src=3></iframe>"
             "<iframe title=' a ' src=4></iframe><object data=5></object><object data='data:x,y'></object>"),
      (Urls{"https://example.org/folder/2", "https://example.org/folder/3", "https://example.org/folder/4",
            "https://example.org/folder/5"}));
}

TEST(LinkedResources, NeighboursAndLinksOfOneName) {
  EXPECT_EQ(
      wanted(
          "<a href=x>Esta</a><a href='#a'>Abajo</a><a href=https://other.example/>Otro</a>"
          "<a href=/1>Uno</a><a href=/2>Dos</a><a href=/3>Tres</a><a href=/4>Cuatro</a><a href=/5>cuatro </a>"
          "<a href=mailto:a@b.c>Seis</a><a href=tel:1>Seis</a>"),
      (std::vector<std::string>{"https://example.org/1", "https://example.org/2", "https://example.org/4",
                                "https://example.org/5"}));
}

TEST(LinkedResources, AreBounded) {
  std::string html;
  for (int i = 0; i < 1000; ++i) {
    const std::string number = std::to_string(i);
    html += "<a href=/a" + number + ">x</a><object data=o" + number + "></object><audio autoplay src=s" +
            number + "></audio><iframe title=x src=f" + number + "></iframe><a href=/b" + number + ">y" +
            std::to_string(i / 2) + "</a>";
  }
  EXPECT_LE(wanted(html).size(), kMaxResourcesOfPage);
}

TEST(LinkReference, IsReadOutOfHandlers) {
  const auto of = [](const std::string& attributes) {
    const auto document = *html::Document::parse("<span id=s role=link " + attributes + ">x</span>");
    return std::string(link_reference(document.by_id("s")));
  };
  EXPECT_EQ(of("onclick=\"location='/a'\""), "/a");
  EXPECT_EQ(of("onclick=\"window.location.href = '/a';\""), "/a");
  EXPECT_EQ(of("onclick=\"location.assign('#main')\""), "#main");
  EXPECT_EQ(of("onclick=\"window.open('/a', '_blank')\""), "/a");
  EXPECT_EQ(of("onclick=\"location='/a?' + id\""), "");
  EXPECT_EQ(of("onclick=\"if (location.href == '/a') go()\""), "");
  EXPECT_EQ(of("onclick=\"show('/a')\""), "");
  EXPECT_EQ(of(""), "");
}

}  // namespace
}  // namespace veedor::facts
