// veedor: the command line. Picks the command, runs it, and is the only catch-all for exceptions.
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <exception>
#include <optional>
#include <system_error>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/gate.h"
#include "cli/language.h"
#include "cli/speech.h"
#include "scanner/base/text.h"

namespace veedor::cli {
namespace {

int code(Exit exit) { return static_cast<int>(exit); }

// The word where a command's name was expected, if it is none.
std::optional<std::string> unknown_command(int argc, char** argv, const std::vector<std::string>& commands) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--lang") ++i;
    if (word.starts_with("-")) continue;
    const bool known = std::ranges::find(commands, word) != commands.end();
    return known ? std::nullopt : std::optional<std::string>(word);
  }
  return std::nullopt;
}

Exit no_such_command(const std::string& word, const std::vector<std::string>& commands, Language language) {
  const std::string near(nearest(word, commands));
  const Word sentence = near.empty() ? Word::error_no_command : Word::error_no_command_near;
  return fail(complain(sentence, language, {{"command", printable(shorten(word, 60))}, {"suggestion", near}}),
              language);
}

// What was printed must have arrived; a reader that had seen enough ("| head") is no failure.
Exit with_stdout_checked(Exit exit, Language language) {
  errno = 0;
  const bool arrived = std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
  if (arrived || errno == EPIPE || exit != Exit::passed) return exit;
  const std::string reason = std::make_error_code(std::errc::io_error).message();
  return fail(complain(Word::error_cannot_write, language, {{"file", "-"}, {"reason", reason}}), language);
}

// CLI11 reports help and version as errors of code 0, and its messages go where they belong.
int end_of_parse(const CLI::App& app, const CLI::ParseError& error) {
  return app.exit(error) == 0 ? code(Exit::passed) : code(Exit::usage);
}

int run(int argc, char** argv) {
  Language language = choose_language(argc, argv);
  CLI::App app(say(Word::about, language), "veedor");
  app.set_help_flag("-h,--help", say(Word::help, language));
  app.set_version_flag("--version", "veedor " VEEDOR_VERSION, say(Word::version, language));
  app.footer(say(Word::footer, language));
  app.require_subcommand(1);
  app.fallthrough();
  std::string chosen;
  app.add_option("--lang", chosen, say(Word::option_lang, language))
      ->type_name("es|en")
      ->envname("VEEDOR_LANG");

  const std::vector<std::pair<std::string, Action>> commands = {
      {"scan", add_scan(app, language)},     {"demo", add_demo(app, language)},
      {"report", add_report(app, language)}, {"score", add_score(app, language)},
      {"rules", add_rules(app, language)},   {"explain", add_explain(app, language)}};
  std::vector<std::string> names;
  names.reserve(commands.size());
  for (const auto& [name, action] : commands) names.push_back(name);
  if (argc == 1) {
    std::fputs(app.help().c_str(), stderr);
    return code(Exit::usage);
  }
  if (const auto word = unknown_command(argc, argv, names))
    return code(no_such_command(*word, names, language));
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return end_of_parse(app, error);
  }
  if (!chosen.empty() && !parse_language(chosen))
    return code(
        fail(complain(Word::error_bad_language, language, {{"language", printable(chosen)}}), language));
  for (const auto& [name, action] : commands) {
    if (app.got_subcommand(name)) return code(with_stdout_checked(action(), language));
  }
  return code(Exit::usage);
}

}  // namespace
}  // namespace veedor::cli

int main(int argc, char** argv) {
  using namespace veedor::cli;
  try {
    return run(argc, argv);
  } catch (const std::exception& problem) {
    const std::string message = say(Word::error_internal, choose_language(argc, argv),
                                    {{"reason", veedor::printable(problem.what())}});
    std::fprintf(stderr, "veedor: %s\n", message.c_str());
    return static_cast<int>(Exit::internal);
  }
}
