// veedor report and veedor score: what a stored scan.json says, in another form. Nothing is scanned again.
#include <cstdio>
#include <memory>

#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/gate.h"
#include "cli/outputs.h"
#include "cli/scan_flags.h"
#include "cli/speech.h"
#include "cli/stored_report.h"
#include "reports/score/score.h"

namespace veedor::cli {
namespace {

struct ReportFlags {
  std::string file = "scan.json";
  std::vector<std::string> formats;
  std::string fail_on = "none";
  std::string profile;  // "": that of the scan
  bool verbose = false;
  bool quiet = false;
  bool explain = false;
};

Exit write_reports(const ReportFlags& flags, Language language) {
  Result<std::vector<Output>> outputs = parse_outputs(flags.formats, language);
  if (!outputs) return fail(outputs.error(), language);
  if (outputs->empty()) outputs->push_back({Format::text, "-"});
  Result<std::optional<rules::Severity>> fail_on = parse_fail_on(flags.fail_on, language);
  if (!fail_on) return fail(fail_on.error(), language);
  Result<reports::Report> report = read_stored_report(flags.file, language);
  if (!report) return fail(report.error(), language);
  reports::translate(*report, language);
  if (!flags.profile.empty()) {
    const Result<rules::Profile> profile = parse_profile(flags.profile, language);
    if (!profile) return fail(profile.error(), language);
    reports::set_profile(*report, *profile);
  }
  const TextStyle style{.colour = stdout_wants_colour(), .verbose = flags.verbose, .quiet = flags.quiet};
  if (auto error = write_outputs(*outputs, *report, style)) return fail(*error, language);
  return tell_gate(*report, *fail_on);
}

Exit show_score(const ReportFlags& flags, Language language) {
  Result<reports::Report> report = read_stored_report(flags.file, language);
  if (!report) return fail(report.error(), language);
  reports::translate(*report, language);
  const std::string text = flags.explain ? reports::explain_score(*report) : reports::write_score(*report);
  std::fputs(text.c_str(), stdout);
  return Exit::passed;
}

}  // namespace

Action add_report(CLI::App& app, Language& language) {
  CLI::App* command = app.add_subcommand("report", say(Word::about_report, language));
  auto flags = std::make_shared<ReportFlags>();  // shared by the parser's callbacks and the action, which
                                                 // outlive this function
  command->add_option("file", flags->file, say(Word::option_report_file, language))->type_name("FILE");
  command->add_option("-f,--format", flags->formats, say(Word::option_format, language))
      ->type_name("NAME[=FILE]")
      ->allow_extra_args(false)
      ->take_all();
  command->add_option("--fail-on", flags->fail_on, say(Word::option_fail_on, language))
      ->type_name("SEVERITY");
  command->add_option("--profile", flags->profile, say(Word::option_profile, language))->type_name("NAME");
  command->add_flag("-v,--verbose", flags->verbose, say(Word::option_verbose, language));
  command->add_flag("-q,--quiet", flags->quiet, say(Word::option_quiet, language));
  return [flags, &language] { return write_reports(*flags, language); };
}

Action add_score(CLI::App& app, Language& language) {
  CLI::App* command = app.add_subcommand("score", say(Word::about_score, language));
  auto flags = std::make_shared<ReportFlags>();
  command->add_option("file", flags->file, say(Word::option_report_file, language))->type_name("FILE");
  command->add_flag("--explain", flags->explain, say(Word::option_explain, language));
  return [flags, &language] { return show_score(*flags, language); };
}

}  // namespace veedor::cli
