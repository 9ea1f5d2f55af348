// One connection of the loop: opened within its manners, closed and given back when it is destroyed.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>

#include "scanner/tls/line/loop.h"
#include "scanner/tls/line/socket.h"
#include "scanner/tls/wire/wire.h"

namespace veedor::tls {

// How a connection, or the wait for an answer on it, ended.
enum class Ending : std::uint8_t {
  answered,  // what was waited for came
  alert,     // a fatal one
  closed,    // an orderly end without an answer
  reset,     // the connection broke
  timed_out,
  malformed,      // what came is not TLS, or not what the RFCs allow here
  not_connected,  // refused, or no way there
  not_asked,      // the budget of connections or of time was spent; the server is not to blame
};

class Line {
 public:
  // Every wait on it ends within `timeout`.
  Line(Loop& loop, const Address& address, std::chrono::milliseconds timeout);
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;
  ~Line();

  // `answered` once it is connected.
  Ending open();
  // `answered` once the system has taken all bytes.
  Ending send(Bytes bytes);
  // What came next is appended to `into`.
  Ending receive(Bytes& into);
  // The next waits end within `time` from now, and never after the time limit of the connection.
  void shorten(std::chrono::milliseconds time) { deadline_ = std::min(limit_, Clock::now() + time); }
  // The errno of an attempt to connect that failed; 0 otherwise.
  int error() const { return error_; }
  // Sends without waiting; what does not fit is dropped: for a last word.
  void send_at_once(BytesView bytes) const;
  Loop& loop() { return loop_; }

 private:
  // Whose the time was that ran out: the server's, or that of the whole assessment.
  Ending out_of_time() const;

  Loop& loop_;
  Address address_;
  std::chrono::milliseconds timeout_;
  Deadline limit_{};
  Deadline deadline_{};
  Socket socket_;
  bool open_ = false;
  int error_ = 0;
};

}  // namespace veedor::tls
