// One HTTP exchange over libcurl: its options, and the callbacks that open its socket, take its header lines
// and its body.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include <curl/curl.h>

#include "scanner/net/ending.h"
#include "scanner/net/session.h"
#include "scanner/net/transfer.h"

namespace veedor::net {

class Exchange {
 public:
  // Null where libcurl has no handle to give or refuses an option. `session` must outlive the exchange.
  static std::unique_ptr<Exchange> create(Session& session);
  Exchange(const Exchange&) = delete;
  Exchange& operator=(const Exchange&) = delete;
  // The one that a handle belongs to.
  static Exchange& of(CURL* handle);

  CURL* handle() const { return handle_.get(); }
  // Sets the handle up for one attempt at `transfer`'s URL; false where libcurl refuses an option.
  bool prepare(std::unique_ptr<Transfer> transfer);
  // After libcurl is done: moves what came into the transfer's response, and gives the transfer back.
  std::unique_ptr<Transfer> conclude(CURLcode code, Ending& ending);
  long long bytes() const { return bytes_; }  // of the concluded attempt, on the wire

 private:
  explicit Exchange(Session& session) : session_(session) {}
  bool set_lasting_options();
  bool set_request_options();
  bool set_connection_options();
  bool set_tls_options();
  void take_header_line(std::string_view line);
  std::size_t take_body(const char* data, std::size_t size);
  curl_socket_t open_socket(const curl_sockaddr& address);

  static std::size_t on_header(char* data, std::size_t unit, std::size_t count, void* exchange);
  static std::size_t on_body(char* data, std::size_t unit, std::size_t count, void* exchange);
  static curl_socket_t on_socket(void* exchange, curlsocktype purpose, curl_sockaddr* address);
  static CURLcode on_handshake(CURL* handle, void* context, void* exchange);

  Session& session_;
  EasyHandle handle_;
  std::unique_ptr<Transfer> transfer_;
  Ending ending_;
  facts::Headers headers_;
  std::vector<facts::Header> fields_;
  std::string body_;
  std::size_t header_bytes_ = 0;
  std::size_t max_body_ = 0;
  bool body_begun_ = false;
  long long bytes_ = 0;
  std::array<char, CURL_ERROR_SIZE> message_{};
};

}  // namespace veedor::net
