// Small Keras files made in memory, so that a test can say everything that is in them.
#pragma once

#include <hdf5.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace iotbench::test {

enum class StringKind { Fixed, Variable };

class Hdf5Writer {
public:
    // `oldest`: the version of HDF5 that must still be able to read the file; Keras's files are for the
    // earliest.
    explicit Hdf5Writer(StringKind kind = StringKind::Variable, H5F_libver_t oldest = H5F_LIBVER_EARLIEST)
        : m_kind(kind)
    {
        const hid_t access = H5Pcreate(H5P_FILE_ACCESS);
        H5Pset_fapl_core(access, 1U << 16U, false);
        H5Pset_fclose_degree(access, H5F_CLOSE_STRONG);
        H5Pset_libver_bounds(access, oldest, H5F_LIBVER_LATEST);
        m_file = H5Fcreate("test.h5", H5F_ACC_TRUNC, H5P_DEFAULT, access);
        H5Pclose(access);
    }
    ~Hdf5Writer() { H5Fclose(m_file); }
    Hdf5Writer(const Hdf5Writer&) = delete;
    Hdf5Writer& operator=(const Hdf5Writer&) = delete;

    void group(const std::string& path)
    {
        const hid_t links = H5Pcreate(H5P_LINK_CREATE);
        H5Pset_create_intermediate_group(links, 1);
        H5Gclose(H5Gcreate2(m_file, path.c_str(), links, H5P_DEFAULT, H5P_DEFAULT));
        H5Pclose(links);
    }

    void text(const std::string& group, const std::string& attribute, const std::string& value)
    {
        attributeOf(group, attribute, {value}, H5Screate(H5S_SCALAR));
    }
    void texts(const std::string& group, const std::string& attribute, const std::vector<std::string>& values)
    {
        const hsize_t size = values.size();
        attributeOf(group, attribute, values, H5Screate_simple(1, &size, nullptr));
    }
    // An attribute of `count` numbers, unset.
    void numbers(const std::string& group, const std::string& attribute, hsize_t count)
    {
        const hid_t space = H5Screate_simple(1, &count, nullptr);
        H5Aclose(H5Acreate_by_name(m_file, group.c_str(), attribute.c_str(), H5T_NATIVE_DOUBLE, space,
            H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
        H5Sclose(space);
    }
    // A data set that claims so many values and holds none of them: it takes no room in the file.
    void unwritten(const std::string& path, hid_t type, const std::vector<std::int64_t>& sizes,
        hid_t properties = H5P_DEFAULT)
    {
        write(path, type, sizes, nullptr, properties);
    }

    void floats(const std::string& path, const std::vector<std::int64_t>& sizes,
        const std::vector<float>& values, hid_t type = H5T_IEEE_F32LE, hid_t properties = H5P_DEFAULT)
    {
        write(path, type, sizes, values.data(), properties);
    }

    hid_t file() const { return m_file; } // for what the functions here do not write

    // A layer's group with its weights, as Keras lays them out.
    struct Weight {
        std::string name;
        std::vector<std::int64_t> sizes;
        std::vector<float> values;
    };
    void layer(const std::string& name, const std::vector<Weight>& weights)
    {
        group("/model_weights/" + name);
        std::vector<std::string> names;
        for (const Weight& weight : weights) {
            names.push_back(name + "/" + weight.name + ":0");
            floats("/model_weights/" + name + "/" + names.back(), weight.sizes, weight.values);
        }
        texts("/model_weights/" + name, "weight_names", names);
    }

    std::vector<std::uint8_t> bytes() const
    {
        H5Fflush(m_file, H5F_SCOPE_GLOBAL);
        std::vector<std::uint8_t> image(static_cast<std::size_t>(H5Fget_file_image(m_file, nullptr, 0)));
        H5Fget_file_image(m_file, image.data(), image.size());
        return image;
    }

private:
    void write(const std::string& path, hid_t type, const std::vector<std::int64_t>& sizes,
        const float* values, hid_t properties)
    {
        const std::vector<hsize_t> extents(sizes.begin(), sizes.end());
        const hid_t space = H5Screate_simple(static_cast<int>(sizes.size()), extents.data(), nullptr);
        const hid_t links = H5Pcreate(H5P_LINK_CREATE);
        H5Pset_create_intermediate_group(links, 1);
        const hid_t set = H5Dcreate2(m_file, path.c_str(), type, space, links, properties, H5P_DEFAULT);
        if (values != nullptr) {
            H5Dwrite(set, H5T_NATIVE_FLOAT, H5S_ALL, H5S_ALL, H5P_DEFAULT, values);
        }
        H5Dclose(set);
        H5Pclose(links);
        H5Sclose(space);
    }

    void attributeOf(const std::string& group, const std::string& attribute,
        const std::vector<std::string>& values, hid_t space)
    {
        const hid_t type = H5Tcopy(H5T_C_S1);
        std::size_t longest = 1;
        std::vector<const char*> pointers;
        for (const std::string& value : values) {
            longest = std::max(longest, value.size());
            pointers.push_back(value.c_str());
        }
        H5Tset_size(type, m_kind == StringKind::Variable ? H5T_VARIABLE : longest);
        std::string packed(longest * values.size(), '\0');
        for (std::size_t i = 0; i < values.size(); ++i) {
            packed.replace(i * longest, values[i].size(), values[i]);
        }
        const hid_t opened = H5Acreate_by_name(
            m_file, group.c_str(), attribute.c_str(), type, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
        if (!values.empty()) {
            H5Awrite(opened, type,
                m_kind == StringKind::Variable ? static_cast<const void*>(pointers.data()) : packed.data());
        }
        H5Aclose(opened);
        H5Tclose(type);
        H5Sclose(space);
    }

    StringKind m_kind;
    hid_t m_file;
};

} // namespace iotbench::test
