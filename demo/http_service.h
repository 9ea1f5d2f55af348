// One HTTP or HTTPS service on 127.0.0.1 in threads of its own: the only place that knows the HTTP server
// library.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "demo/http_message.h"
#include "scanner/base/result.h"

namespace veedor::demo {

// `obsolete` offers TLS 1.0 to 1.3 with weak keys and signatures; `modern` TLS 1.2 and 1.3 with forward
// secrecy only.
enum class TlsPolicy : std::uint8_t { obsolete, modern };

struct TlsIdentity {
  std::string certificate_pem;
  std::string key_pem;
  TlsPolicy policy = TlsPolicy::modern;
};

class HttpService {
 public:
  // Called by several threads at once, for every method; must not throw.
  using Handler = std::function<Answer(const Request&)>;

  // Accepts connections when it returns. Port 0: the system chooses. With an identity it speaks TLS.
  static Result<std::unique_ptr<HttpService>> start(
      std::uint16_t port, Handler handler, const std::optional<TlsIdentity>& identity = std::nullopt);
  ~HttpService();  // stops
  HttpService(const HttpService&) = delete;
  HttpService& operator=(const HttpService&) = delete;

  std::uint16_t port() const;
  void stop();

 private:
  struct Parts;
  explicit HttpService(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace veedor::demo
