// Pages made to exhaust a parser: each ends, as a tree or as "over budget", and what is left can be walked.
#include <functional>
#include <random>

#include <gtest/gtest.h>

#include "scanner/html/document.h"

namespace veedor::html {
namespace {

std::string repeat(std::string_view text, int times) {
  std::string out;
  out.reserve(text.size() * static_cast<std::size_t>(times));
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

std::string numbered(int times, const std::function<std::string(std::string)>& piece) {
  std::string out;
  for (int i = 0; i < times; ++i) out += piece(std::to_string(i));
  return out;
}

enum class Ending { tree, memory, time, over_budget, any };

void expect_ending(const Result<Document>& document, Ending ending, const std::string& name) {
  const std::string error = document.ok() ? "" : document.error().message;
  EXPECT_TRUE(error.empty() || error == "over budget: memory" || error == "over budget: time")
      << name << error;
  if (ending == Ending::tree) {
    EXPECT_EQ(error, "") << name;
  }
  if (ending == Ending::memory) {
    EXPECT_EQ(error, "over budget: memory") << name;
  }
  if (ending == Ending::time) {
    EXPECT_EQ(error, "over budget: time") << name;
  }
  if (ending == Ending::over_budget) {
    EXPECT_NE(error, "") << name;
  }
}

TEST(Hostile, EveryPageEnds) {
  struct Case {
    std::string name;
    std::string html;
    Ending ending;
  };
  const Case cases[] = {
      {"formatting elements that multiply", numbered(8'000, [](auto n) { return "<p><b id=" + n + ">"; }),
       Ending::over_budget},
      {"nested div", repeat("<div>", 100'000), Ending::over_budget},
      {"nested list", repeat("<ul><li>", 100'000), Ending::over_budget},
      {"attributes", "<p " + numbered(100'000, [](auto n) { return "a" + n + " "; }) + ">",
       Ending::over_budget},
      {"attributes of html", "<p>" + numbered(20'000, [](auto n) { return "<html a" + n + ">"; }),
       Ending::any},
      {"end tags without a start", repeat("<span>", 20'000) + repeat("</p>", 20'000), Ending::any},
      {"nested b", repeat("<b>", 20'000), Ending::any},
      {"strays in a table", "<table>" + repeat("<i>x", 20'000), Ending::any},
      {"nested span", repeat("<span>", 1'000'000), Ending::memory},
      {"equal ids", repeat("<p id=a>", 50'000), Ending::tree},
      {"br", repeat("<br>", 300'000), Ending::any},
      {"comments", repeat("<!-- -->", 300'000), Ending::any},
      {"comments without end", repeat("<!--", 300'000), Ending::tree},
      {"framesets", repeat("<frameset>", 100'000), Ending::any},
      {"NUL bytes", std::string(2'000'000, '\0'), Ending::tree},
      {"bytes that are not UTF-8", std::string(2'000'000, '\xFF'), Ending::tree},
      {"less-than signs", repeat("<", 2'000'000), Ending::tree},
      {"one attribute of 20 MB", "<p title='" + std::string(20'000'000, 'x') + "'>", Ending::any},
      {"a text of 20 MB", std::string(20'000'000, 'x'), Ending::any},
      {"20 MB of line ends", std::string(20'000'000, '\n') + "<p>", Ending::any},
      {"a tag without end", "<" + std::string(2'000'000, 'a'), Ending::tree},
      {"a name of 2 MB", "<" + std::string(2'000'000, 'A') + ">", Ending::tree},
  };
  for (const Case& c : cases) expect_ending(Document::parse(c.html), c.ending, c.name);
}

TEST(Hostile, ADeepTreeIsWalkedAndFreed) {
  const Result<Document> document = Document::parse(repeat("<span>", 60'000) + "x");
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(document->elements().size(), 60'003U);
  EXPECT_EQ(document->root().text(), "x");
  std::size_t count = 0;
  for (Element at = document->root(); at; at = at.next_in(document->root())) ++count;
  EXPECT_EQ(count, 60'003U);
}

TEST(Hostile, TheBudgetIsTheCallers) {
  const std::string html = repeat("<p>texto</p>", 1'000);
  EXPECT_TRUE(Document::parse(html).ok());
  expect_ending(Document::parse(html, {.memory = 64U << 10}), Ending::memory, "64 KB");
  expect_ending(Document::parse("", {.memory = 0}), Ending::memory, "nothing");
  expect_ending(Document::parse(html, {.cpu = std::chrono::milliseconds(0)}), Ending::time, "no time");
}

// Everything that a rule might ask, of every element.
std::size_t ask_all(const Document& document) {
  std::size_t sum = document.title().size() + document.base_href().size();
  for (Element element : document.elements()) {
    sum += element.text().size() + document.selector(element).size() + element.source().size() +
           element.position().column;
    sum += document.all(element.tag()).size() + (element.parent() ? 1 : 0);
    for (std::size_t i = 0; i < element.attribute_count(); ++i) sum += element.attribute_at(i).value.size();
    EXPECT_EQ(element.synthetic(), element.position().line == 0);
    EXPECT_EQ(element == document.root(), !element.parent());
  }
  std::size_t walked = 0;
  for (Element at = document.root(); at; at = at.next_in(document.root())) ++walked;
  EXPECT_EQ(walked, document.elements().size());
  return sum;
}

TEST(Hostile, MutationsOfAPage) {
  const std::string page =
      "<!doctype html><html lang=es><head><title>Padrón</title><base href=/></head><body><h1 id=a class='x "
      "y'>Uno</h1>"
      "<table><caption>T</caption><tr><th scope=col>a<td>b</table><form><select><option>1<option>2</select>"
      "<textarea>t</textarea></form><svg viewBox='0 0 1 1'><use "
      "xlink:href='#a'/><foreignObject><p>z</foreignObject></svg>"
      "<math><mi>x</mi></math><template><b>t</b></template><p><b><i>m</b>n</i><!-- c --><a href=x>&ntilde;<a "
      "href=y></a>"
      "<script>if (a<b) {}</script><x-y>q</x-y></body></html>";
  const std::string_view pieces[] = {"<",        ">",    "</",     "<!--",   "-->",       "&",    "<table>",
                                     "</table>", "<b>",  "</b>",   "<svg>",  "</svg>",    "<a>",  "<td>",
                                     "<select>", "\"",   "'",      "=",      "\0",        "\xC3", "<p>",
                                     "<br/>",    "</p>", "<math>", "<form>", "<template>"};
  std::mt19937 random(20'240'601);
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  for (int round = 0; round < 2'000; ++round) {
    std::string html = page;
    for (std::size_t change = 1 + below(6); change > 0 && !html.empty(); --change) {
      const std::size_t at = below(html.size());
      switch (below(4)) {
        case 0:
          html.erase(at, 1 + below(20));
          break;
        case 1:
          html.insert(at, pieces[below(std::size(pieces))]);
          break;
        case 2:
          html[at] = static_cast<char>(below(256));
          break;
        default:
          html.insert(at, html.substr(below(html.size()), 1 + below(60)));
          break;
      }
    }
    const Result<Document> document = Document::parse(html);
    ASSERT_TRUE(document.ok()) << html;
    EXPECT_GT(ask_all(*document), 0U);
    if (HasFailure()) FAIL() << html;
  }
}

}  // namespace
}  // namespace veedor::html
