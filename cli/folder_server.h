// Serves a folder or one file on loopback, so that `veedor scan FOLDER` scans it as a site. It never leaves
// the folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "demo/http_service.h"
#include "scanner/base/result.h"

namespace veedor::cli {

class FolderServer {
 public:
  // Listens on 127.0.0.1, port chosen by the system, when it returns; stops when it is destroyed.
  static Result<std::unique_ptr<FolderServer>> start(const std::filesystem::path& folder_or_file);

  std::uint16_t port() const { return service_->port(); }
  // Where a scan starts: the folder's root, or the file.
  std::string url() const;

 private:
  FolderServer(std::unique_ptr<demo::HttpService> service, std::string first)
      : service_(std::move(service)), first_(std::move(first)) {}

  std::unique_ptr<demo::HttpService> service_;
  std::string first_;  // path of url(): "/", or the file's name
};

}  // namespace veedor::cli
