// veedor demo: the built-in institution on loopback, served until interrupted or scanned at once.
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <thread>
#include <utility>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include "cli/command.h"
#include "cli/gate.h"
#include "cli/interrupt.h"
#include "cli/outputs.h"
#include "cli/pipeline/scan.h"
#include "cli/progress.h"
#include "cli/scan_flags.h"
#include "cli/speech.h"
#include "demo/server.h"

namespace veedor::cli {
namespace {

struct DemoFlags {
  bool after = false;
  bool scan = false;
  int port = 0;
};

// A file in the temporary folder that goes when the demonstration ends.
class TemporaryFile {
 public:
  static Result<TemporaryFile> write(std::string_view bytes) {
    std::error_code error;
    const std::filesystem::path folder = std::filesystem::temp_directory_path(error);
    if (error) return Error{error.message()};
    std::string name = (folder / "veedor-ca-XXXXXX").string();
    const int file = mkstemp(name.data());
    if (file < 0) return Error{std::error_code(errno, std::generic_category()).message()};
    close(file);
    std::ofstream out(name, std::ios::binary);
    out << bytes;
    return TemporaryFile(std::move(name));
  }
  TemporaryFile(TemporaryFile&& other) noexcept : name_(std::exchange(other.name_, {})) {}
  TemporaryFile(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    std::error_code error;
    if (!name_.empty()) std::filesystem::remove(name_, error);
  }
  const std::string& name() const { return name_; }

 private:
  explicit TemporaryFile(std::string name) : name_(std::move(name)) {}
  std::string name_;
};

std::string state_name(const DemoFlags& flags, Language language) {
  return say(flags.after ? Word::demo_state_after : Word::demo_state_before, language);
}

std::string address(const char* scheme, std::uint16_t port) {
  return std::string(scheme) + "://localhost:" + std::to_string(port) + "/";
}

Exit serve(const demo::Server& server, const TemporaryFile& ca, const DemoFlags& flags, Language language) {
  std::printf("%s\n  %s\n  %s\n  %s\n%s\n",
              say(Word::demo_serving, language, {{"state", state_name(flags, language)}}).c_str(),
              say(Word::demo_http, language, {{"url", address("http", server.http_port())}}).c_str(),
              say(Word::demo_https, language, {{"url", address("https", server.https_port())}}).c_str(),
              say(Word::demo_ca, language, {{"file", ca.name()}}).c_str(),
              say(Word::demo_stop, language).c_str());
  std::fflush(stdout);
  const std::atomic<bool>& stop = stop_on_signals("");
  while (!stop) std::this_thread::sleep_for(std::chrono::milliseconds(100));
  return Exit::passed;
}

// In its faulty state the certificate is one of the faults, so the pages are read all the same.
Result<ScanOptions> scan_options_for(const demo::Server& server, const TemporaryFile& ca,
                                     const DemoFlags& flags, Language language) {
  ScanFlags scan;
  scan.rate = 0;
  scan.ca = ca.name();
  scan.insecure = !flags.after;
  scan.http_port = server.http_port();
  Result<Targets> targets = read_targets({address("https", server.https_port())}, language);
  if (!targets) return targets.error();
  return scan_options(scan, *targets, language);
}

Exit scan_and_report(const demo::Server& server, const TemporaryFile& ca, const DemoFlags& flags,
                     Language language) {
  const std::vector<Output> outputs = {
      {Format::text, "-"}, {Format::html, "veedor-report.html"}, {Format::json, "scan.json"}};
  if (auto error = check_writable(outputs, language)) return fail(*error, language);
  Result<ScanOptions> options = scan_options_for(server, ca, flags, language);
  if (!options) return fail(options.error(), language);
  std::fprintf(stderr, "%s\n",
               say(Word::demo_scanning, language,
                   {{"state", state_name(flags, language)}, {"url", options->seeds.front().href()}})
                   .c_str());
  ProgressLine progress(default_progress_style(), language);
  Result<reports::Report> report = scan(
      *options, [&](const Progress& state) { progress.show(state); },
      stop_on_signals(say(Word::interrupted, language)));
  progress.clear();
  if (!report)
    return fail(complain(Word::error_scan, language, {{"reason", report.error().message}}), language);
  if (auto error = write_outputs(outputs, *report, {.colour = stdout_wants_colour()}))
    return fail(*error, language);
  tell_written(outputs, language);
  return tell_gate(*report, std::nullopt);
}

Exit run(const DemoFlags& flags, Language language) {
  auto cannot = [language](const Error& error) {
    return fail(complain(Word::error_demo, language, {{"reason", error.message}}), language);
  };
  Result<std::unique_ptr<demo::Server>> server = demo::Server::start(
      {.state = flags.after ? demo::State::after : demo::State::before,
       .http_port = static_cast<std::uint16_t>(flags.port),
       .now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())});
  if (!server) return cannot(server.error());
  Result<TemporaryFile> ca = TemporaryFile::write((*server)->ca_pem());
  if (!ca) return cannot(ca.error());
  return flags.scan ? scan_and_report(**server, *ca, flags, language) : serve(**server, *ca, flags, language);
}

}  // namespace

Action add_demo(CLI::App& app, Language& language) {
  CLI::App* command = app.add_subcommand("demo", say(Word::about_demo, language));
  auto flags = std::make_shared<DemoFlags>();  // shared by the parser's callbacks and the action, which
                                               // outlive this function
  command->add_flag("--after", flags->after, say(Word::option_after, language));
  command->add_flag("--scan", flags->scan, say(Word::option_scan, language));
  command->add_option("--port", flags->port, say(Word::option_port, language))
      ->type_name("PORT")
      ->check(CLI::Range(0, 65535));
  return [flags, &language] { return run(*flags, language); };
}

}  // namespace veedor::cli
