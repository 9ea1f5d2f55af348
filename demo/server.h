// The built-in institution on loopback: HTTP and HTTPS, served from the binary alone by threads of its own.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "demo/pages.h"
#include "scanner/base/result.h"
#include "scanner/base/time.h"

namespace veedor::demo {

struct ServerOptions {
  State state = State::before;
  std::uint16_t http_port = 0;   // 0: the system chooses
  std::uint16_t https_port = 0;  // 0: the system chooses
  Time now{};                    // what the certificates are dated by
};

class Server {
 public:
  // Listens on 127.0.0.1 when it returns; an error names the port or the certificate that could not be had.
  static Result<std::unique_ptr<Server>> start(const ServerOptions& options);
  ~Server();  // stops
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t http_port() const;
  std::uint16_t https_port() const;
  // The throw-away authority: it issued the certificate of `after`, and had no part in that of `before`.
  const std::string& ca_pem() const;
  // Ends the connections and joins the threads; nothing more happens on a second call.
  void stop();

 private:
  struct Parts;  // keeps the HTTP library out of this header
  explicit Server(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace veedor::demo
