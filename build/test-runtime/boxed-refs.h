// Node-API 8 cannot hold a reference to a primitive value, which better-sqlite3's sources do.
// A one-element array is referenced in its place. Forced in front of every source file by the compiler flag `-include`.
#pragma once
#include <napi.h>

namespace Napi {

template <typename T>
class BoxedReference {
 public:
  BoxedReference() = default;
  BoxedReference(BoxedReference&&) = default;
  BoxedReference& operator=(BoxedReference&&) = default;

  static Reference<T> New(const T& value, uint32_t count = 0) {
    Reference<T> reference;
    reference.Reset(value, count);
    return reference;
  }

  bool IsEmpty() const { return box_.IsEmpty(); }
  Napi::Env Env() const { return box_.Env(); }
  T Value() const { return box_.IsEmpty() ? T() : T(box_.Env(), box_.Value().Get(uint32_t(0))); }
  void Reset() { box_.Reset(); }
  void Reset(const T& value, uint32_t count = 0) {
    Array box = Array::New(value.Env(), 1);
    box.Set(uint32_t(0), value);
    box_.Reset(box, 1);
  }

 private:
  Reference<Array> box_;
};

template <>
class Reference<String> : public BoxedReference<String> {};
template <>
class Reference<Value> : public BoxedReference<Value> {};

}  // namespace Napi
