#include "models/keras/hdf5/hdf5_bytes.h"

#include <algorithm>

namespace iotbench::keras {
namespace {

constexpr std::uint64_t kMostSteps = 200'000'000; // about a second
constexpr std::uint64_t kStepsUnasked = 100'000;

} // namespace

void refuseDamagedHdf5()
{
    throw Refusal(TR("the HDF5 file is damaged or not whole"));
}

void refuseForeignHdf5(std::string_view object, Message what)
{
    throw Refusal(
        TR("\"%1\" in the HDF5 file %2, which Keras does not write: save the model again with model.save()"),
        {object, std::move(what)});
}

std::uint64_t Hdf5Cursor::number(std::size_t width)
{
    std::uint64_t number = 0;
    const std::span<const std::uint8_t> bytes = take(width);
    for (std::size_t i = 0; i < width; ++i) {
        number |= std::uint64_t{bytes[i]} << (8 * i);
    }
    return number;
}

std::span<const std::uint8_t> Hdf5Cursor::take(std::uint64_t count)
{
    if (count > m_left.size()) {
        refuseDamagedHdf5();
    }
    const std::span<const std::uint8_t> taken = m_left.first(static_cast<std::size_t>(count));
    m_left = m_left.subspan(static_cast<std::size_t>(count));
    return taken;
}

void Hdf5Cursor::require(std::string_view signature)
{
    const std::span<const std::uint8_t> bytes = take(signature.size());
    if (!std::equal(bytes.begin(), bytes.end(), signature.begin(),
            [](std::uint8_t byte, char letter) { return byte == static_cast<std::uint8_t>(letter); })) {
        refuseDamagedHdf5();
    }
}

Hdf5Cursor Hdf5Bytes::from(std::uint64_t address) const
{
    if (address > m_bytes.size()) {
        refuseDamagedHdf5();
    }
    return Hdf5Cursor(m_bytes.subspan(static_cast<std::size_t>(address)));
}

std::span<const std::uint8_t> Hdf5Bytes::range(std::uint64_t address, std::uint64_t length) const
{
    return from(address).take(length);
}

void Hdf5Bytes::count(std::uint64_t steps) const
{
    m_steps += std::min(steps, kMostSteps);
    if (m_steps > kMostSteps) {
        throw Refusal(TR("the HDF5 file holds more groups, names and text than a model has"));
    }
    if (m_cancelled && m_steps - m_asked >= kStepsUnasked) {
        m_asked = m_steps;
        if (m_cancelled()) {
            throw Refusal(TR("reading was cancelled"));
        }
    }
}

void Hdf5Bytes::countValues(std::uint64_t values) const
{
    constexpr std::uint64_t kMostValues = kMostWeightBytes / sizeof(float);
    if (values > kMostValues || m_weightBytes + values * sizeof(float) > kMostWeightBytes) {
        throw Refusal(TR("its weights take over 2 GB, which no model for these images has"));
    }
    m_weightBytes += values * sizeof(float);
    count(1 + values / 16);
}

} // namespace iotbench::keras
