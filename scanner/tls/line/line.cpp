#include "scanner/tls/line/line.h"

#include <cerrno>

#include <poll.h>

namespace veedor::tls {

Line::Line(Loop& loop, const Address& address, std::chrono::milliseconds timeout)
    : loop_(loop), address_(address), timeout_(timeout) {}

Line::~Line() {
  if (open_) loop_.release();
}

Ending Line::open() {
  if (!loop_.slot()) return Ending::not_asked;
  open_ = true;
  limit_ = deadline_ = Clock::now() + timeout_;
  if (!socket_.start(address_)) {
    error_ = errno;
    return Ending::not_connected;
  }
  if (!loop_.ready(socket_.descriptor(), POLLOUT, deadline_)) return out_of_time();
  error_ = socket_.pending_error();
  return error_ == 0 ? Ending::answered : Ending::not_connected;
}

Ending Line::out_of_time() const { return deadline_ < loop_.end() ? Ending::timed_out : Ending::not_asked; }

Ending Line::send(Bytes bytes) {
  BytesView unsent = bytes;
  while (true) {
    const Transfer transfer = socket_.send(unsent);
    if (transfer == Transfer::done) return Ending::answered;
    if (transfer != Transfer::would_block) return Ending::reset;
    if (!loop_.ready(socket_.descriptor(), POLLOUT, deadline_)) return out_of_time();
  }
}

Ending Line::receive(Bytes& into) {
  while (true) {
    if (!loop_.ready(socket_.descriptor(), POLLIN, deadline_)) return out_of_time();
    const Transfer transfer = socket_.receive(into);
    if (transfer == Transfer::done) return Ending::answered;
    if (transfer == Transfer::closed) return Ending::closed;
    if (transfer == Transfer::reset) return Ending::reset;
  }
}

void Line::send_at_once(BytesView bytes) const {
  if (socket_.descriptor() >= 0) socket_.send(bytes);
}

}  // namespace veedor::tls
