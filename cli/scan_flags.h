// The options of `veedor scan` as typed, and the ScanOptions that they mean.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/pipeline/options.h"
#include "cli/targets.h"
#include "rules/profile.h"
#include "rules/rule.h"

namespace CLI {
class App;
}

namespace veedor::cli {

struct ScanFlags {
  std::vector<std::string> targets;
  std::vector<std::string> urls_from;
  int max_pages = crawl::Limits{}.max_pages;
  int max_depth = crawl::Limits{}.max_depth;
  double rate = net::Options{}.rate;
  int jobs = 0;
  double timeout = 30;
  std::vector<std::string> include, exclude, scope, styles_from, header, cookie;
  std::string user_agent;
  std::string ca, proxy;
  bool insecure = false;
  bool ignore_robots = false;
  std::optional<double> tls_rate;
  int tls_connections = tls::Manners{}.at_most;
  bool intrusive = false;
  int http_port = 0, https_port = 0;
  std::vector<std::string> formats;
  int max_occurrences = ScanOptions{}.max_occurrences;
  std::string fail_on = "critical";
  std::string profile = std::string(rules::name(rules::kDefaultProfile));
  std::string config;
  bool no_config = false;
  std::string now;
  bool quiet = false;
  bool verbose = false;
};

// Declares every option on `app`, bound to `flags`, with its VEEDOR_* variable.
void declare(CLI::App& app, ScanFlags& flags, Language language);
// Fills what neither the command line nor the environment gave from veedor.toml, `language` included.
std::optional<Error> apply_config(CLI::App& app, const ScanFlags& flags, Language& language);

// The error is a sentence in `language`. `targets` must outlive the scan: it may serve the files.
Result<ScanOptions> scan_options(const ScanFlags& flags, const Targets& targets, Language language);

// "serious" and the like; nothing for "none". The error is a sentence.
Result<std::optional<rules::Severity>> parse_fail_on(std::string_view text, Language language);

// "wcag22-aa" and the like. The error is a sentence that lists them.
Result<rules::Profile> parse_profile(std::string_view text, Language language);

// What veedor says it is: "veedor/0.1.0 (website inspector)".
std::string default_user_agent();

}  // namespace veedor::cli
