// The words of the interface and embedded files.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>
#include <unistd.h>

#include "rules/catalog/commands.h"
#include "rules/catalog/source.h"

namespace veedor::catalog {
namespace {

namespace fs = std::filesystem;

class Words : public testing::Test {
 protected:
  void SetUp() override {
    const std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
    root_ = fs::temp_directory_path() / ("veedor-words-" + std::to_string(getpid()) + name);
    fs::remove_all(root_);
    fs::create_directories(root_);
  }
  void TearDown() override { fs::remove_all(root_); }

  void write(const std::string& file, const std::string& text) const {
    std::ofstream(root_ / file, std::ios::binary) << text;
  }
  std::string read(const std::string& file) const {
    std::ifstream in(root_ / file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  // Problems without the folder's name, a line each.
  std::string compile() const {
    std::string out;
    for (const Problem& problem : compile_words("demo", root_, root_ / "out.h", root_ / "out.cpp")) {
      out += describe(problem).substr(root_.string().size() + 1) + "\n";
    }
    return out;
  }

  fs::path root_;
};

TEST_F(Words, AreCompiledSortedByKey) {
  write("en.md", "# Words\n\n## Summary\n- page-count: {n} pages\n- default: A text\n  that goes on.\n");
  write("es.md", "## Resumen\n- default: Un texto.\n- page-count: {n} páginas\n");
  EXPECT_EQ(compile(), "");
  EXPECT_NE(read("out.h").find("  default_,\n  page_count,\n"), std::string::npos) << read("out.h");
  EXPECT_NE(read("out.cpp").find("\"A text that goes on.\""), std::string::npos) << read("out.cpp");
}

TEST_F(Words, MissingInOneLanguage) {
  write("en.md", "## S\n- a: x\n- b: y\n");
  write("es.md", "## S\n- a: x\n");
  EXPECT_EQ(compile(), "es.md: the text 'b' is missing; the other language has it\n");
  EXPECT_FALSE(fs::exists(root_ / "out.h"));
}

TEST_F(Words, PlaceholdersDiffer) {
  write("en.md", "## S\n- a: {n} of {m}\n");
  write("es.md", "## S\n- a: {n}\n");
  EXPECT_EQ(compile(), "es.md:2: the placeholders of 'a' differ: {n} here, {m}, {n} in the other language\n");
}

TEST_F(Words, WhatIsNoEntryIsAProblem) {
  write("en.md", "## S\nprose\n- Bad Key: x\n- empty:\n");
  write("es.md", "## S\n- empty: x\n");
  EXPECT_EQ(compile(),
            "en.md:2: expected '- key: text', or a continuation indented by two spaces\n"
            "en.md:3: the key 'Bad Key' is not kebab-case\n"
            "en.md:4: the text of 'empty' is empty\n"
            "es.md: the text 'Bad Key' is missing; the other language has it\n");
}

TEST_F(Words, KeysAreUniqueOverSections) {
  write("en.md", "## S\n- a: x\n## T\n- a: y\n");
  write("es.md", "## S\n- a: x\n");
  EXPECT_EQ(compile(), "en.md:4: the key 'a' was used before, in line 2\n");
}

TEST_F(Words, MissingFile) {
  write("en.md", "## S\n- a: x\n");
  EXPECT_EQ(compile().substr(0, 27), "es.md: the file is missing\n");
}

TEST_F(Words, EmbeddedFileKeepsItsSize) {
  write("data.bin", std::string("a\0\"\\\n\x80", 6));
  EXPECT_TRUE(embed_file("data", root_ / "data.bin", root_ / "out.h", root_ / "out.cpp").empty());
  EXPECT_NE(read("out.cpp").find("\"a\\000\\\"\\\\\\n\"\n\"\\200\",\n6}"), std::string::npos)
      << read("out.cpp");
  EXPECT_EQ(embed_file("data", root_ / "none", root_ / "out.h", root_ / "out.cpp").size(), 1U);
}

TEST(Source, LiteralsAreSplitAndEscaped) {
  EXPECT_EQ(literal(""), "\"\"");
  EXPECT_EQ(literal("a\n"), "\"a\\n\"");
  EXPECT_EQ(literal("a\nb"), "\"a\\n\"\n\"b\"");
  EXPECT_EQ(literal("ñ1"), "\"\\303\\2611\"") << "octal escapes do not swallow the digit";
  EXPECT_LT(literal(std::string(20000, 'x')).find('\n'), 16384U);
}

TEST(Source, IdentifiersAreNoKeywords) {
  EXPECT_EQ(identifier("image-alt"), "image_alt");
  EXPECT_EQ(identifier("default"), "default_");
  EXPECT_EQ(identifier("and-eq"), "and_eq_");
}

}  // namespace
}  // namespace veedor::catalog
