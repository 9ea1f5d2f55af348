#include "tests/cli/program.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace veedor::testing {
namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
  std::string name = (fs::temp_directory_path() / "veedor-test-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) std::abort();
  path_ = name;
  write(".git", "");  // the search for veedor.toml ends here
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code error;
  fs::remove_all(path_, error);
}

void TemporaryFolder::write(const std::string& name, std::string_view text) const {
  fs::create_directories((path_ / name).parent_path());
  std::ofstream out(path_ / name, std::ios::binary);
  out << text;
}

std::string TemporaryFolder::read(const std::string& name) const {
  std::ifstream in(path_ / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

int start_veedor(const TemporaryFolder& folder, const std::vector<std::string>& arguments,
                 const std::vector<std::string>& environment) {
  std::vector<std::string> words{VEEDOR_BINARY};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> variables{"PATH=/usr/bin:/bin", "LC_ALL=en_US.UTF-8", "TERM=dumb"};
  variables.insert(variables.end(), environment.begin(), environment.end());
  std::vector<char*> argv;
  std::vector<char*> envp;
  for (std::string& word : words) argv.push_back(word.data());
  for (std::string& variable : variables) envp.push_back(variable.data());
  argv.push_back(nullptr);
  envp.push_back(nullptr);
  const std::string out = folder.path() / "out";
  const std::string err = folder.path() / "err";
  const pid_t pid = fork();
  if (pid != 0) return pid;
  const int null_in = open("/dev/null", O_RDONLY);
  const int out_file = open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  const int err_file = open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  dup2(null_in, STDIN_FILENO);
  dup2(out_file, STDOUT_FILENO);
  dup2(err_file, STDERR_FILENO);
  if (chdir(folder.path().c_str()) == 0) execve(argv[0], argv.data(), envp.data());
  _exit(126);
}

int wait_for(int pid) {
  int status = 0;
  if (waitpid(pid, &status, 0) != pid || !WIFEXITED(status)) return -1;
  return WEXITSTATUS(status);
}

Ended run_veedor(const TemporaryFolder& folder, const std::vector<std::string>& arguments,
                 const std::vector<std::string>& environment) {
  Ended ended;
  ended.code = wait_for(start_veedor(folder, arguments, environment));
  ended.out = folder.read("out");
  ended.err = folder.read("err");
  return ended;
}

}  // namespace veedor::testing
