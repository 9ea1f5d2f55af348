// Runs the veedor binary as a user would, in a folder of its own that is gone afterwards.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace veedor::testing {

class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }
  void write(const std::string& name, std::string_view text) const;
  std::string read(const std::string& name) const;  // "" where it is missing
  bool has(const std::string& name) const { return std::filesystem::exists(path_ / name); }

 private:
  std::filesystem::path path_;
};

struct Ended {
  int code = -1;
  std::string out;
  std::string err;
};

// Runs to its end. English, no colour; `environment` holds "NAME=value" words on top.
Ended run_veedor(const TemporaryFolder& folder, const std::vector<std::string>& arguments,
                 const std::vector<std::string>& environment = {});

// Starts it and returns its process id; output goes to "out" and "err" in the folder.
int start_veedor(const TemporaryFolder& folder, const std::vector<std::string>& arguments,
                 const std::vector<std::string>& environment = {});
// Waits for that process; its exit code, or -1 when a signal ended it.
int wait_for(int pid);

}  // namespace veedor::testing
