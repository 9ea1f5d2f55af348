// A rule that lacks something stops the build: each way to do so has a test.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include <gtest/gtest.h>
#include <unistd.h>

#include "rules/catalog/commands.h"

namespace veedor::catalog {
namespace {

namespace fs = std::filesystem;

constexpr const char* kEnglish = R"(# Images without a text alternative

## Why it matters

People who cannot see.

## How to fix

Give every image
an `alt`.

### HTML

```
# no heading
<img alt="">
```

## For trainers

### Who is hurt

Blind people.

### How to show it

Listen.

## Messages

- missing: The image {image} has "no" alt.
- unclear: Look at {image}.
)";

constexpr const char* kSpanish = R"(# Imágenes sin texto alternativo

## Why it matters

Quien no ve.

## How to fix

Ponga un `alt` en cada imagen.

### HTML

```
<img alt="">
```

## For trainers

### Who is hurt

Las personas ciegas.

### How to show it

Escuche.

## Messages

- unclear: Revise {image}.
- missing: La imagen {image} no tiene
  alt.
)";

constexpr const char* kCases = R"(# Cases

## failed: none
message: missing

```html
<img>
```

## cant_tell: odd
message: unclear

```html
<img alt=img>
```

## passed: one

```html
<img alt=x>
```

## inapplicable: no image

```html
<p>
```
)";

// A rules folder with one complete rule, to be spoilt.
class RuleFolder : public testing::Test {
 protected:
  void SetUp() override {
    const std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
    root_ = fs::temp_directory_path() / ("veedor-catalog-" + std::to_string(getpid()) + name) / "rules";
    fs::remove_all(root_.parent_path());
    write("wcg.list", "wcag/image-alt\n");
    write("wcag/image-alt/rule.cpp", "");
    write("wcag/image-alt/en.md", kEnglish);
    write("wcag/image-alt/es.md", kSpanish);
    write("wcag/image-alt/cases.md", kCases);
  }
  void TearDown() override { fs::remove_all(root_.parent_path()); }

  void write(const std::string& file, const std::string& text) const {
    fs::create_directories((root_ / file).parent_path());
    std::ofstream(root_ / file, std::ios::binary) << text;
  }
  std::string read(const std::string& file) const {
    std::ifstream in(root_ / file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void replace(const std::string& file, const std::string& what, const std::string& with) const {
    std::string text = read("wcag/image-alt/" + file);
    const std::size_t at = text.find(what);
    ASSERT_NE(at, std::string::npos) << what;
    write("wcag/image-alt/" + file, text.replace(at, what.size(), with));
  }
  void remove(const std::string& file) const { fs::remove(root_ / "wcag/image-alt" / file); }

  // All problems, a line each.
  std::string compile() const {
    std::string out;
    for (const Problem& problem : compile_rules(root_ / "wcg.list", root_, root_ / "out.cpp")) {
      out += describe(problem) + "\n";
    }
    return out;
  }
  // That exactly one problem is reported, and that nothing was written.
  void expect_problem(const std::string& problem) const {
    EXPECT_EQ(compile(), problem + "\n");
    EXPECT_FALSE(fs::exists(root_ / "out.cpp"));
  }

  fs::path root_;
};

TEST_F(RuleFolder, CompleteRuleIsCompiled) {
  EXPECT_EQ(compile(), "");
  const std::string out = read("out.cpp");
  EXPECT_NE(out.find("namespace wcag {\nextern const Rule image_alt;"), std::string::npos);
  EXPECT_NE(out.find("La imagen {image} no tiene alt."), std::string::npos)
      << "continuation lines are joined";
  EXPECT_NE(out.find("has \\\"no\\\" alt"), std::string::npos) << "quotes are escaped";
  EXPECT_NE(out.find("\"Give every image an `alt`.\""), std::string::npos) << "a first paragraph is one line";
}

TEST_F(RuleFolder, UnchangedOutputKeepsItsTime) {
  ASSERT_EQ(compile(), "");
  const auto before = fs::last_write_time(root_ / "out.cpp") - std::chrono::hours(1);
  fs::last_write_time(root_ / "out.cpp", before);
  ASSERT_EQ(compile(), "");
  EXPECT_EQ(fs::last_write_time(root_ / "out.cpp"), before);
}

TEST_F(RuleFolder, MissingSpanishText) {
  remove("es.md");
  expect_problem("rules/wcag/image-alt/es.md: the file is missing");
}

TEST_F(RuleFolder, MissingRuleSource) {
  remove("rule.cpp");
  expect_problem("rules/wcag/image-alt/rule.cpp: the file is missing");
}

TEST_F(RuleFolder, MissingCasesFile) {
  remove("cases.md");
  expect_problem("rules/wcag/image-alt/cases.md: the file is missing");
}

TEST_F(RuleFolder, UnlistedFolder) {
  write("headers/hsts-missing/rule.cpp", "");
  expect_problem("rules/headers/hsts-missing: the rule is not listed in rules/CMakeLists.txt");
}

TEST_F(RuleFolder, ListedButAbsent) {
  write("wcg.list", "wcag/image-alt\ntls/weak-key\n");
  expect_problem("rules/tls/weak-key: the rule is listed in rules/CMakeLists.txt but has no folder");
}

TEST_F(RuleFolder, UnknownGroup) {
  write("wcg.list", "wcag/image-alt\nstyle/ugly\n");
  expect_problem((root_ / "wcg.list").string() + ":2: 'style/ugly' is not group/name with a known group");
}

TEST_F(RuleFolder, MissingTitle) {
  replace("es.md", "# Imágenes sin texto alternativo", "");
  expect_problem("rules/wcag/image-alt/es.md:1: the title ('# …') is missing");
}

TEST_F(RuleFolder, MissingSection) {
  replace("en.md", "## Why it matters\n\nPeople who cannot see.", "");
  expect_problem("rules/wcag/image-alt/en.md: the section '## Why it matters' is missing");
}

TEST_F(RuleFolder, EmptySection) {
  replace("en.md", "People who cannot see.", "");
  expect_problem("rules/wcag/image-alt/en.md:3: the section 'Why it matters' is empty");
}

TEST_F(RuleFolder, TranslatedHeading) {
  replace("es.md", "## Why it matters", "## Por qué importa");
  EXPECT_NE(compile().find("rules/wcag/image-alt/es.md:3: unknown section 'Por qué importa'"),
            std::string::npos);
}

TEST_F(RuleFolder, FixWithoutASummarySentence) {
  replace("en.md", "an `alt`.", "an `alt`. Then test it.");
  expect_problem(
      "rules/wcag/image-alt/en.md:7: the first paragraph of the fix is not one sentence that ends in a full "
      "stop");
}

TEST_F(RuleFolder, FixHeadingInOneLanguageOnly) {
  replace("es.md", "### HTML", "### WordPress");
  EXPECT_EQ(compile(),
            "rules/wcag/image-alt/es.md: '### HTML' is missing; the other language has it\n"
            "rules/wcag/image-alt/en.md: '### WordPress' is missing; the other language has it\n");
}

TEST_F(RuleFolder, TrainersNeedTheDemonstration) {
  for (const char* file : {"en.md", "es.md"})
    replace(file, "### How to show it", "### What an attacker does");
  EXPECT_EQ(compile(),
            "rules/wcag/image-alt/en.md: '### How to show it' is missing under 'For trainers'\n"
            "rules/wcag/image-alt/es.md: '### How to show it' is missing under 'For trainers'\n");
}

TEST_F(RuleFolder, MissingMessage) {
  replace("es.md", "- unclear: Revise {image}.\n", "");
  expect_problem("rules/wcag/image-alt/es.md: the text 'unclear' is missing; the other language has it");
}

TEST_F(RuleFolder, PlaceholderMismatch) {
  replace("es.md", "Revise {image}.", "Revise {imagen}.");
  expect_problem(
      "rules/wcag/image-alt/es.md:29: the placeholders of 'unclear' differ: {imagen} here, {image} in the "
      "other "
      "language");
}

TEST_F(RuleFolder, BrokenPlaceholder) {
  replace("en.md", "Look at {image}.", "Look at { image }.");
  EXPECT_NE(
      compile().find("rules/wcag/image-alt/en.md:32: a brace of 'unclear' is not part of a {placeholder}"),
      std::string::npos);
}

TEST_F(RuleFolder, DuplicateKey) {
  replace("en.md", "- unclear: Look at {image}.",
          "- unclear: Look at {image}.\n- missing: Once more {image}.");
  expect_problem("rules/wcag/image-alt/en.md:33: the key 'missing' was used before, in line 31");
}

TEST_F(RuleFolder, UnclosedFence) {
  replace("en.md", "<img alt=\"\">\n```", "<img alt=\"\">");
  EXPECT_NE(compile().find("rules/wcag/image-alt/en.md:14: this fence (```) is never closed"),
            std::string::npos);
}

TEST_F(RuleFolder, NotUtf8) {
  replace("es.md", "Imágenes", "Im\xE1genes");
  expect_problem("rules/wcag/image-alt/es.md: the file is not UTF-8");
}

TEST_F(RuleFolder, MessageWithoutACase) {
  replace("cases.md", "message: unclear\n", "");
  expect_problem("rules/wcag/image-alt/cases.md: no case expects the message 'unclear'");
}

TEST_F(RuleFolder, CaseOfAnUnknownMessage) {
  replace("cases.md", "## passed: one\n", "## passed: one\nmessage: present\n");
  expect_problem("rules/wcag/image-alt/cases.md:17: there is no message 'present'");
}

TEST_F(RuleFolder, NoInapplicableCase) {
  replace("cases.md", "## inapplicable: no image", "## passed: no image");
  expect_problem("rules/wcag/image-alt/cases.md: there is no case '## inapplicable: …'");
}

TEST_F(RuleFolder, CaseWithoutABlock) {
  replace("cases.md", "```html\n<p>\n```", "");
  expect_problem("rules/wcag/image-alt/cases.md:23: the case has no fenced block");
}

TEST_F(RuleFolder, CaseWithAnUnknownOutcome) {
  replace("cases.md", "## cant_tell: odd", "## unsure: odd");
  EXPECT_NE(compile().find("rules/wcag/image-alt/cases.md:10: expected '## failed: what'"),
            std::string::npos);
}

TEST_F(RuleFolder, AllProblemsAreListedAtOnce) {
  remove("rule.cpp");
  replace("es.md", "- unclear: Revise {image}.\n", "");
  replace("cases.md", "message: unclear\n", "");
  const std::string problems = compile();
  EXPECT_EQ(std::ranges::count(problems, '\n'), 3) << problems;
}

}  // namespace
}  // namespace veedor::catalog
