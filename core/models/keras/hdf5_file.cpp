#include "models/keras/hdf5_file.h"

#include "models/keras/graph.h"

#include <hdf5.h>

#include <algorithm>
#include <cstring>
#include <string_view>
#include <utility>

namespace iotbench::keras {
namespace {

constexpr hsize_t kMostBytes = hsize_t{1} << 29U; // of one attribute or data set

// An identifier of the library, closed by the function that its kind needs.
class Handle {
public:
    Handle(hid_t id, herr_t (*close)(hid_t))
        : m_id(id)
        , m_close(close)
    {
    }
    ~Handle()
    {
        if (m_id >= 0) {
            m_close(m_id);
        }
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    explicit operator bool() const { return m_id >= 0; }
    hid_t get() const
    {
        if (m_id < 0) {
            throw Refusal(TR("the HDF5 file is damaged or not whole"));
        }
        return m_id;
    }

private:
    hid_t m_id;
    herr_t (*m_close)(hid_t);
};

void require(herr_t status)
{
    if (status < 0) {
        throw Refusal(TR("the HDF5 file is damaged or not whole"));
    }
}

// Number of elements of a space, refused where they would not fit into reasonable memory.
std::size_t elementCount(const Handle& space, std::size_t elementBytes)
{
    const hssize_t points = H5Sget_simple_extent_npoints(space.get());
    require(points < 0 ? -1 : 0);
    if (static_cast<hsize_t>(points) > kMostBytes / std::max<std::size_t>(elementBytes, 1)) {
        throw Refusal(TR("the HDF5 file holds an object of over 512 MB"));
    }
    return static_cast<std::size_t>(points);
}

std::vector<std::string> readVariableStrings(const Handle& attribute, const Handle& type, const Handle& space)
{
    std::vector<char*> pointers(elementCount(space, sizeof(char*)), nullptr);
    require(H5Aread(attribute.get(), type.get(), pointers.data()));
    std::vector<std::string> strings;
    strings.reserve(pointers.size());
    for (const char* pointer : pointers) {
        strings.emplace_back(pointer != nullptr ? pointer : "");
    }
    H5Dvlen_reclaim(type.get(), space.get(), H5P_DEFAULT, pointers.data());
    return strings;
}

std::vector<std::string> readFixedStrings(const Handle& attribute, const Handle& type, const Handle& space)
{
    const std::size_t length = H5Tget_size(type.get());
    std::vector<char> characters(elementCount(space, length) * length);
    require(H5Aread(attribute.get(), type.get(), characters.data()));
    std::vector<std::string> strings;
    for (std::size_t from = 0; length > 0 && from < characters.size(); from += length) {
        strings.emplace_back(characters.data() + from, strnlen(characters.data() + from, length));
    }
    return strings;
}

// Silences the stack of errors that the library prints to standard error: reasons come back as text.
void silence()
{
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

bool exists(hid_t file, const std::string& path)
{
    // Every part must be asked for in turn: H5Lexists fails where a part before the last is missing.
    for (std::size_t end = path.find('/', 1);; end = path.find('/', end + 1)) {
        const std::string part = path.substr(0, end);
        if (part != "/" && !part.empty() && H5Lexists(file, part.c_str(), H5P_DEFAULT) <= 0) {
            return false;
        }
        if (end == std::string::npos) {
            return true;
        }
    }
}

} // namespace

Hdf5File::Hdf5File(std::span<const std::uint8_t> bytes)
{
    silence();
    const Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
    require(H5Pset_fapl_core(access.get(), 1U << 16U, false));
    std::vector<std::uint8_t> copy(
        bytes.begin(), bytes.end()); // the library asks for memory that it may write
    require(H5Pset_file_image(access.get(), copy.data(), copy.size()));
    // The name matters only in that nothing may lie there: the library refuses an image of a file that
    // exists.
    m_file = H5Fopen("/dev/null/model.h5", H5F_ACC_RDONLY, access.get());
    if (m_file < 0) {
        throw Refusal(TR("the HDF5 file is damaged or not whole"));
    }
}

Hdf5File::~Hdf5File()
{
    H5Fclose(m_file);
}

std::optional<std::vector<std::string>> Hdf5File::strings(
    const std::string& group, const std::string& attribute) const
{
    if (!exists(m_file, group)
        || H5Aexists_by_name(m_file, group.c_str(), attribute.c_str(), H5P_DEFAULT) <= 0) {
        return std::nullopt;
    }
    const Handle opened(
        H5Aopen_by_name(m_file, group.c_str(), attribute.c_str(), H5P_DEFAULT, H5P_DEFAULT), H5Aclose);
    const Handle type(H5Aget_type(opened.get()), H5Tclose);
    const Handle space(H5Aget_space(opened.get()), H5Sclose);
    if (H5Tget_class(type.get()) != H5T_STRING) {
        // Python writes an empty list of names as an empty list of numbers.
        if (H5Sget_simple_extent_npoints(space.get()) == 0) {
            return std::vector<std::string>{};
        }
        throw Refusal(TR("its attribute %1 holds no text"), {attribute});
    }
    return H5Tis_variable_str(type.get()) > 0 ? readVariableStrings(opened, type, space)
                                              : readFixedStrings(opened, type, space);
}

std::optional<FloatArray> Hdf5File::floats(const std::string& dataSet) const
{
    if (!exists(m_file, dataSet)) {
        return std::nullopt;
    }
    const Handle opened(H5Dopen2(m_file, dataSet.c_str(), H5P_DEFAULT), H5Dclose);
    const Handle type(H5Dget_type(opened.get()), H5Tclose);
    const Handle space(H5Dget_space(opened.get()), H5Sclose);
    if (H5Tget_class(type.get()) != H5T_FLOAT) {
        throw Refusal(TR("the data set %1 does not hold floating-point numbers"), {dataSet});
    }
    const int rank = H5Sget_simple_extent_ndims(space.get());
    require(rank);
    std::vector<hsize_t> sizes(static_cast<std::size_t>(rank));
    require(H5Sget_simple_extent_dims(space.get(), sizes.data(), nullptr));
    FloatArray array;
    array.sizes.assign(sizes.begin(), sizes.end());
    array.values.resize(elementCount(space, sizeof(float)));
    require(H5Dread(opened.get(), H5T_NATIVE_FLOAT, H5S_ALL, H5S_ALL, H5P_DEFAULT, array.values.data()));
    return array;
}

} // namespace iotbench::keras
