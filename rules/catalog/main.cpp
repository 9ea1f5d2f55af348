// veedor_catalog: the build tool that checks and compiles texts. cmake/VeedorBuild.cmake calls it.
#include <exception>
#include <iostream>
#include <span>
#include <string>
#include <vector>

#include "rules/catalog/commands.h"

namespace {

using veedor::catalog::Problems;

constexpr const char* kUsage =
    "veedor_catalog rules LIST RULES_DIR OUT.cpp\n"
    "veedor_catalog words BUNDLE FOLDER OUT.h OUT.cpp\n"
    "veedor_catalog embed SYMBOL FILE OUT.h OUT.cpp\n";

int report(const Problems& problems) {
  for (const auto& problem : problems) std::cerr << describe(problem) << '\n';
  return problems.empty() ? 0 : 1;
}

int run(std::span<const std::string> words) {
  if (words.size() == 4 && words[0] == "rules")
    return report(veedor::catalog::compile_rules(words[1], words[2], words[3]));
  if (words.size() == 5 && words[0] == "words") {
    return report(veedor::catalog::compile_words(words[1], words[2], words[3], words[4]));
  }
  if (words.size() == 5 && words[0] == "embed") {
    return report(veedor::catalog::embed_file(words[1], words[2], words[3], words[4]));
  }
  std::cerr << kUsage;
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const std::vector<std::string> words(argv + 1, argv + argc);
    return run(words);
  } catch (const std::exception& error) {
    std::cerr << "veedor_catalog: " << error.what() << '\n';
    return 4;
  }
}
