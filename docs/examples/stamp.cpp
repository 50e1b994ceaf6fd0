// Writes a stamp into the page: stamp PAGE OUT < STAMP.json       (c++ -std=c++17 -o stamp stamp.cpp)
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace {

constexpr std::string_view kBefore = R"(<script id="setup-stamp" type="application/json">)";
constexpr std::string_view kEmpty = R"(<script id="setup-stamp" type="application/json">{}</script>)";

void replace_all(std::string &text, std::string_view from, std::string_view to) {
  std::string result;
  result.reserve(text.size());
  std::size_t at = 0;
  for (std::size_t next; (next = text.find(from, at)) != std::string::npos; at = next + from.size()) {
    result.append(text, at, next - at).append(to);
  }
  text = result.append(text, at, std::string::npos);
}

/// JSON in UTF-8 that no HTML parser can mistake for anything else; still the same JSON.
std::string escaped(std::string json) {
  constexpr std::pair<std::string_view, std::string_view> kEscapes[] = {
      {"<", "\\u003c"}, {">", "\\u003e"}, {"&", "\\u0026"},
      {"\xE2\x80\xA8", "\\u2028"}, {"\xE2\x80\xA9", "\\u2029"}};
  for (const auto &[from, to] : kEscapes) replace_all(json, from, to);
  return json;
}

/// The page with the stamp in it; throws unless the page has exactly one empty stamp.
std::string stamped(std::string page, const std::string &json) {
  const auto at = page.find(kEmpty);
  if (at == std::string::npos || page.find(kEmpty, at + 1) != std::string::npos) {
    throw std::runtime_error("the page has not exactly one empty stamp");
  }
  return page.replace(at + kBefore.size(), 2, escaped(json));
}

[[noreturn]] void fail(const std::string &what) { throw std::runtime_error(what + ": " + std::strerror(errno)); }

/// In one step, for the owner only; a link in its place is replaced and not followed.
void replace_file(const std::string &path, const std::string &content) {
  const auto slash = path.rfind('/');
  const auto folder = slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
  const auto draft = folder + "." + path.substr(folder.size()) + "." + std::to_string(std::random_device{}());
  const int file = open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) fail(draft);
  const char *rest = content.data();
  for (auto left = content.size(); left > 0;) {
    const auto written = write(file, rest, left);
    if (written < 0) {
      unlink(draft.c_str());
      fail(draft);
    }
    rest += written;
    left -= static_cast<std::size_t>(written);
  }
  if (fsync(file) != 0 || close(file) != 0 || rename(draft.c_str(), path.c_str()) != 0) {
    unlink(draft.c_str());
    fail(path);
  }
}

std::string all_of(std::istream &in) { return {std::istreambuf_iterator<char>(in), {}}; }

}  // namespace

int main(int argc, char **argv) {
  if (argc != 3) return 2;
  try {
    std::ifstream page(argv[1], std::ios::binary);
    if (!page) fail(argv[1]);
    replace_file(argv[2], stamped(all_of(page), all_of(std::cin)));
  } catch (const std::exception &error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
  return 0;
}
