// What the user asks to scan: addresses, or a folder or a file of this machine.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/folder_server.h"
#include "cli/pipeline/options.h"
#include "scanner/base/result.h"

namespace veedor::cli {

struct Targets {
  std::vector<url::Url> seeds;
  Source source = Source::network;
  bool single_file = false;
  std::unique_ptr<FolderServer> server;  // while it lives, the folder is served
  std::vector<std::string>
      connect_to;  // for net::Options: leads the stable address of local files to the server
};

// Of a folder every HTML file below it is a seed. "example.org" is read as https://example.org/. A name that
// exists on disk is a folder or a file; only one of these can be scanned at a time, and not together with
// addresses. The error says which target was wrong and why.
Result<Targets> read_targets(const std::vector<std::string>& words, Language language);

// One address a line; empty lines and lines that start with "#" are skipped. `name` "-" is standard input.
Result<std::vector<std::string>> read_url_list(const std::string& name, Language language);

}  // namespace veedor::cli
