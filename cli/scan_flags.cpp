#include "cli/scan_flags.h"

#include <cmath>

#include <CLI/CLI.hpp>

#include "cli/config.h"
#include "cli/language.h"
#include "cli/speech.h"
#include "scanner/base/text.h"

namespace veedor::cli {
namespace {

constexpr int kMaxPort = 65535;

// "--max-pages" → "VEEDOR_MAX_PAGES"
std::string variable_of(std::string_view option) {
  std::string name = "VEEDOR_";
  for (char c : option.substr(2))
    name += c == '-' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
  return name;
}

// Declares options with one help text each, in one language.
class Declarer {
 public:
  Declarer(CLI::App& app, Language language) : app_(app), language_(language) {}

  template <class T>
  CLI::Option* option(const std::string& names, T& target, Word help, const std::string& type) {
    return named(app_.add_option(names, target, say(help, language_))->type_name(type)->capture_default_str(),
                 names);
  }
  CLI::Option* list(const std::string& names, std::vector<std::string>& target, Word help,
                    const std::string& type) {
    return named(app_.add_option(names, target, say(help, language_))
                     ->type_name(type)
                     ->allow_extra_args(false)
                     ->take_all(),
                 names);
  }
  CLI::Option* flag(const std::string& names, bool& target, Word help) {
    return named(app_.add_flag(names, target, say(help, language_)), names);
  }

 private:
  static CLI::Option* named(CLI::Option* option, const std::string& names) {
    option->envname(variable_of(names.substr(names.find("--"))));
    return option;
  }
  CLI::App& app_;
  Language language_;
};

Result<facts::Header> parse_header(const std::string& text, Language language) {
  const std::size_t colon = text.find(':');
  const std::string_view name = trim(std::string_view(text).substr(0, colon));
  const bool bad = colon == std::string::npos || name.empty() ||
                   text.find_first_of("\r\n") != std::string::npos ||
                   name.find(' ') != std::string_view::npos;
  if (bad) return complain(Word::error_bad_header, language, {{"header", printable(shorten(text, 60))}});
  return facts::Header{std::string(name), std::string(trim(std::string_view(text).substr(colon + 1)))};
}

bool is_cookie(std::string_view text) {
  return text.find('=') != std::string_view::npos && text.find('=') > 0 &&
         text.find_first_of("\r\n;") == std::string_view::npos;
}

std::vector<std::string> known_settings(const CLI::App& app) {
  std::vector<std::string> known{"lang"};
  for (const CLI::Option* option : app.get_options()) {
    const std::string name = option->get_name();
    const bool is_setting =
        name.starts_with("--") && name != "--help" && name != "--config" && name != "--no-config";
    if (is_setting) known.push_back(name.substr(2));
  }
  return known;
}

// `lang` belongs to the program, not to the command.
std::optional<Error> apply_language(const CLI::App& app, const Setting& setting, Language& language) {
  const std::string value = setting.values.empty() ? "" : setting.values.front();
  const std::optional<Language> wanted = parse_language(value);
  if (!wanted)
    return complain(Word::error_bad_language, language, {{"language", printable(shorten(value, 40))}});
  if (app.get_parent()->get_option("--lang")->count() == 0) language = *wanted;
  return std::nullopt;
}

bool looks_like_host(std::string_view word) {
  return word.find_first_of(".:") != std::string_view::npos || word == "localhost";
}

// --scope host | domain | a host name; false for anything else, such as "domian".
bool add_scope(const std::string& word, crawl::ScopeOptions& scope) {
  if (word == "host") return true;
  if (word == "domain") {
    scope.reach = crawl::Reach::domain;
    return true;
  }
  if (looks_like_host(word)) scope.hosts.push_back(word);
  return looks_like_host(word);
}

}  // namespace

void declare(CLI::App& app, ScanFlags& flags, Language language) {
  Declarer declare(app, language);
  app.add_option("target", flags.targets, say(Word::option_target, language))->type_name("URL|FOLDER|FILE");
  declare.list("--urls-from", flags.urls_from, Word::option_urls_from, "FILE");
  declare.option("--max-pages", flags.max_pages, Word::option_max_pages, "N")
      ->check(CLI::Range(1, 10'000'000));
  declare.option("--max-depth", flags.max_depth, Word::option_max_depth, "N")->check(CLI::Range(-1, 1000));
  declare.option("--rate", flags.rate, Word::option_rate, "N")->check(CLI::Range(0.0, 10'000.0));
  declare.option("-j,--jobs", flags.jobs, Word::option_jobs, "N")->check(CLI::Range(0, 256));
  declare.option("--timeout", flags.timeout, Word::option_timeout, "SECONDS")->check(CLI::Range(0.1, 3600.0));
  declare.list("--include", flags.include, Word::option_include, "PATTERN");
  declare.list("--exclude", flags.exclude, Word::option_exclude, "PATTERN");
  declare.list("--scope", flags.scope, Word::option_scope, "host|domain|NAME");
  declare.list("--styles-from", flags.styles_from, Word::option_styles_from, "HOST");
  declare.list("--header", flags.header, Word::option_header, "NAME:VALUE");
  declare.list("--cookie", flags.cookie, Word::option_cookie, "NAME=VALUE");
  declare.option("--user-agent", flags.user_agent, Word::option_user_agent, "TEXT");
  declare.option("--ca", flags.ca, Word::option_ca, "FILE")->check(CLI::ExistingFile);
  declare.flag("--insecure", flags.insecure, Word::option_insecure);
  declare.option("--proxy", flags.proxy, Word::option_proxy, "URL");
  declare.flag("--ignore-robots", flags.ignore_robots, Word::option_ignore_robots);
  declare.option("--tls-rate", flags.tls_rate, Word::option_tls_rate, "N")->check(CLI::Range(0.0, 10'000.0));
  declare.option("--tls-connections", flags.tls_connections, Word::option_tls_connections, "N")
      ->check(CLI::Range(10, 10'000));
  declare.flag("--intrusive", flags.intrusive, Word::option_intrusive);
  declare.option("--http-port", flags.http_port, Word::option_http_port, "PORT")
      ->check(CLI::Range(1, kMaxPort));
  declare.option("--https-port", flags.https_port, Word::option_https_port, "PORT")
      ->check(CLI::Range(1, kMaxPort));
  declare.list("-f,--format", flags.formats, Word::option_format, "NAME[=FILE]");
  declare.option("--max-occurrences", flags.max_occurrences, Word::option_max_occurrences, "N")
      ->check(CLI::NonNegativeNumber);
  declare.option("--fail-on", flags.fail_on, Word::option_fail_on, "SEVERITY");
  declare.option("--profile", flags.profile, Word::option_profile, "NAME");
  declare.option("--config", flags.config, Word::option_config, "FILE");
  declare.flag("--no-config", flags.no_config, Word::option_no_config);
  declare.option("--now", flags.now, Word::option_now, "TIME");
  declare.flag("-q,--quiet", flags.quiet, Word::option_quiet);
  declare.flag("-v,--verbose", flags.verbose, Word::option_verbose);
}

std::optional<Error> apply_config(CLI::App& app, const ScanFlags& flags, Language& language) {
  std::optional<std::filesystem::path> file;
  if (!flags.config.empty()) file = flags.config;
  if (!file && !flags.no_config) file = find_config(std::filesystem::path("."));
  if (!file) return std::nullopt;
  std::error_code error;
  if (!std::filesystem::is_regular_file(*file, error)) {
    return complain(Word::error_cannot_read, language,
                    {{"file", file->string()},
                     {"reason", std::make_error_code(std::errc::no_such_file_or_directory).message()}});
  }
  Result<std::vector<Setting>> settings = read_config(*file, known_settings(app), language);
  if (!settings) return settings.error();
  for (const Setting& setting : *settings) {
    if (setting.key == "lang") {
      if (auto refused = apply_language(app, setting, language)) return refused;
      continue;
    }
    CLI::Option* option = app.get_option("--" + setting.key);
    if (option->count() > 0 || setting.values.empty())
      continue;  // the command line and the environment come first
    try {
      for (const std::string& value : setting.values) option->add_result(value);
      option->run_callback();
    } catch (const CLI::Error& problem) {
      return complain(Word::error_config_value, language,
                      {{"file", file->string()},
                       {"line", std::to_string(setting.line)},
                       {"key", setting.key},
                       {"reason", problem.what()}});
    }
  }
  return std::nullopt;
}

Result<ScanOptions> scan_options(const ScanFlags& flags, const Targets& targets, Language language) {
  ScanOptions options;
  if (!std::isfinite(flags.rate) || !std::isfinite(flags.tls_rate.value_or(0)) ||
      !std::isfinite(flags.timeout))
    return complain(Word::error_not_finite, language);
  options.seeds = targets.seeds;
  options.source = targets.source;
  options.language = language;
  const Result<rules::Profile> profile = parse_profile(flags.profile, language);
  if (!profile) return profile.error();
  options.profile = *profile;
  options.jobs = flags.jobs;
  options.max_occurrences = flags.max_occurrences;
  options.limits.max_pages = flags.max_pages;
  options.limits.max_depth = flags.max_depth;
  options.scope.include = flags.include;
  options.scope.exclude = flags.exclude;
  for (const std::string& word : flags.scope) {
    if (!add_scope(word, options.scope))
      return complain(Word::error_bad_scope, language, {{"scope", printable(shorten(word, 60))}});
  }
  for (const std::string& host : flags.styles_from) {
    if (!looks_like_host(host))
      return complain(Word::error_bad_styles_from, language, {{"host", printable(shorten(host, 60))}});
  }
  options.styles_from = flags.styles_from;
  if (flags.ignore_robots) options.robots = RobotsPolicy::ignore;
  if (flags.http_port > 0) options.http_port = static_cast<std::uint16_t>(flags.http_port);
  if (flags.https_port > 0) options.https_port = static_cast<std::uint16_t>(flags.https_port);

  options.tls.per_second = flags.tls_rate;
  options.tls.at_most = flags.tls_connections;
  options.intrusive = flags.intrusive;

  net::Options& http = options.http;
  http.user_agent = flags.user_agent.empty() ? default_user_agent() : flags.user_agent;
  http.rate = flags.rate;
  http.total_timeout = std::chrono::milliseconds(std::llround(flags.timeout * 1000));
  http.connect_timeout = std::min(http.connect_timeout, http.total_timeout);
  http.ca_file = flags.ca;
  http.proxy = flags.proxy;
  if (flags.insecure) http.verification = net::Verification::skip;
  for (const std::string& text : flags.header) {
    Result<facts::Header> header = parse_header(text, language);
    if (!header) return header.error();
    http.headers.push_back(*std::move(header));
  }
  for (const std::string& cookie : flags.cookie) {
    if (!is_cookie(cookie))
      return complain(Word::error_bad_cookie, language, {{"cookie", printable(shorten(cookie, 60))}});
    http.cookies.push_back(cookie);
  }
  if (targets.source == Source::local_files) {
    http.rate = 0;
    http.connect_to = targets.connect_to;
    http.compressed = false;  // the server is this process: packing and unpacking would be our own work
    http.low_speed_bytes = 0;
    options.robots = RobotsPolicy::ignore;
    options.limits.max_depth =
        targets.single_file ? 0 : flags.max_depth;  // of one file nothing else is served
  }
  if (!flags.now.empty()) {
    Result<Time> now = parse_iso8601(flags.now);
    if (!now) return complain(Word::error_bad_now, language, {{"reason", now.error().message}});
    options.now = *now;
  }
  return options;
}

Result<std::optional<rules::Severity>> parse_fail_on(std::string_view text, Language language) {
  using rules::Severity;
  if (text == "none") return std::optional<Severity>();
  for (Severity severity :
       {Severity::critical, Severity::serious, Severity::moderate, Severity::minor, Severity::info}) {
    if (text == rules::name(severity)) return std::optional(severity);
  }
  return complain(Word::error_bad_severity, language, {{"severity", printable(shorten(text, 40))}});
}

Result<rules::Profile> parse_profile(std::string_view text, Language language) {
  if (const auto profile = rules::find_profile(text)) return *profile;
  std::string known;
  for (rules::Profile profile : rules::all_profiles())
    known.append(known.empty() ? "" : ", ").append(rules::name(profile));
  return complain(Word::error_bad_profile, language,
                  {{"profile", printable(shorten(text, 40))}, {"known", known}});
}

std::string default_user_agent() { return std::string("veedor/") + VEEDOR_VERSION + " (website inspector)"; }

}  // namespace veedor::cli
