// Everything a scan is told. One scan is one function from these options to a report, with no global state.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rules/profile.h"
#include "scanner/base/message.h"
#include "scanner/base/time.h"
#include "scanner/crawl/frontier.h"
#include "scanner/crawl/scope.h"
#include "scanner/css/sheet.h"
#include "scanner/facts/linked_resources.h"
#include "scanner/html/document.h"
#include "scanner/net/client.h"
#include "scanner/tls/line/manners.h"
#include "scanner/url/url.h"

namespace veedor::cli {

// Where the pages come from. Files on this machine are served in-process: what the server says of TLS and
// headers is ours, not the site's, so those areas are not tested.
enum class Source : std::uint8_t { network, local_files };
enum class RobotsPolicy : std::uint8_t { obey, ignore };

// Bounds of all style sheets of a scan; what lies beyond counts as missing.
struct StyleLimits {
  std::size_t sheets = 400;
  std::size_t bytes = 256U << 20;  // of their sources and of what is made of them
  css::SheetLimits sheet;          // of one
};

// Bounds of what pages refer to beside their style sheets, of a whole scan and of one.
struct ResourceLimits {
  std::size_t resources = 500;
  std::size_t document = facts::kMaxLinkedDocument;    // bytes of a page in a frame or behind a link
  std::size_t beginning = facts::kMaxLinkedBeginning;  // of media
};

struct ScanOptions {
  std::vector<url::Url> seeds;
  Source source = Source::network;
  net::Options http;
  tls::Manners tls;        // of the assessment of TLS, towards one address
  bool intrusive = false;  // also probes of TLS that a server may take for an attack
  crawl::ScopeOptions scope;
  crawl::Limits limits;
  RobotsPolicy robots = RobotsPolicy::obey;
  html::Budget parse_budget;
  StyleLimits styles;
  ResourceLimits resources;
  std::vector<std::string> styles_from;  // further hosts (--styles-from) whose style sheets are read
  int jobs = 0;                          // workers; 0: one for each core
  int max_occurrences = 100;             // kept of each finding; 0: all
  rules::Profile profile = rules::kDefaultProfile;  // of the report: every rule runs under any
  int max_scripts = 300;                            // script files read to recognise components
  std::optional<std::uint16_t> http_port;   // of the same hosts' plain HTTP, where it is not the seed's or 80
  std::optional<std::uint16_t> https_port;  // and of HTTPS
  Language language = Language::en;
  std::optional<Time> now;  // instead of the clock, for reports that do not change
};

}  // namespace veedor::cli
