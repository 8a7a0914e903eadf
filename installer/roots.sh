# shellcheck shell=bash disable=SC2154
# Debian systems in folders, to build, install and test in; sourced, with steps.sh, by installer/test-package.sh and
# tests/arm64.sh. Needs root, debootstrap and the network. `work` is a folder for scratch files.

# Debian's mirror is the one that this machine installs from, or $DEBIAN_MIRROR.
mirror=${DEBIAN_MIRROR-}
# shellcheck disable=SC2016 # the $(…) are apt-get's
[ -n "$mirror" ] || mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Identifier: Packages' 'Label: Debian' | head -n 1)
[ -n "$mirror" ] || mirror=http://deb.debian.org/debian

# within ROOT COMMAND…: runs it there as root, with /proc, /sys and terminals for as long as it takes.
within() {
    local root=$1 trusted=
    shift
    [ ! -e "$root/tmp/certificates.crt" ] || trusted=/tmp/certificates.crt # of reach_network()
    # shellcheck disable=SC2016 # its own $1
    unshare --mount --pid --fork sh -c 'mount -t proc proc "$1/proc" && mount -t sysfs -o ro sys "$1/sys" \
        && mount -t devpts -o newinstance,ptmxmode=0666,gid=5,mode=620 devpts "$1/dev/pts" && exec chroot "$@"' \
        sh "$root" /usr/bin/env -i ${trusted:+PIP_CERT="$trusted"} \
        PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive ${QEMU_CPU:+QEMU_CPU="$QEMU_CPU"} "$@" </dev/null
}

# as_user ROOT COMMAND…: runs it there as the ordinary user `tester` in her home.
as_user() {
    local root=$1
    shift
    within "$root" setpriv --reuid tester --regid tester --clear-groups --no-new-privs \
        env HOME=/home/tester USER=tester sh -c 'cd && exec "$@"' sh "$@"
}

# apt ROOT ARGS…: apt-get there, its words kept for the case that it fails.
apt() {
    local root=$1
    shift
    within "$root" apt-get -q -y --no-install-recommends -o Dpkg::Use-Pty=0 "$@" >"$work/apt.log" 2>&1 \
        || { tail "$work/apt.log" >&2; fail "$root: this failed: apt-get $*"; }
}

# make_root FOLDER RELEASE [PACKAGE…]: the smallest system of this release, of $root_arch where that is set.
make_root() {
    local folder=$1 release=$2
    shift 2
    debootstrap --variant=minbase ${root_arch:+--arch="$root_arch"} ${1:+--include="$(IFS=,; echo "$*")"} \
        "$release" "$folder" "$mirror" >"$work/debootstrap.log" 2>&1 \
        || { tail "$work/debootstrap.log" >&2; fail "debootstrap could not make a root of $release from $mirror"; }
    # These systems do not outlive a power cut anyway, and a disk that is waited for takes most of an installation.
    echo force-unsafe-io >"$folder/etc/dpkg/dpkg.cfg.d/unsafe-io"
}

# clean_root FOLDER RELEASE: such a system, from the folder $cache where that is set and has one already.
clean_root() {
    local folder=$1 release=$2 kept=${cache:+$cache/$2${root_arch:+-$root_arch}-clean.tar}
    if [ -n "$kept" ] && [ -e "$kept" ]; then
        mkdir "$folder"
        tar -C "$folder" -xpf "$kept"
    else
        make_root "$folder" "$release"
        [ -z "$kept" ] || tar -C "$folder" --one-file-system -cpf "$kept" .
    fi
    reach_network "$folder"
    apt "$folder" update
    within "$folder" useradd --create-home tester
}

# reach_network ROOT: names resolve there as they do here, and what is trusted here is trusted there.
reach_network() {
    cp -L /etc/resolv.conf /etc/hosts "$1/etc/"
    [ ! -e /etc/ssl/certs/ca-certificates.crt ] || cp -L /etc/ssl/certs/ca-certificates.crt "$1/tmp/certificates.crt"
}

# clone_into ROOT: the last commit, in its /home/iotbench.
clone_into() {
    rm -rf "$1/home/iotbench"
    git clone -q --no-hardlinks "$top" "$1/home/iotbench"
    within "$1" git config --global --replace-all safe.directory /home/iotbench
}

# run_foreign: lets the kernel start programs for arm64 through the emulator, as Debian's package of it does wherever
# systemd runs. That stays until the machine starts anew. The processor is that of a Raspberry Pi 4, unless $QEMU_CPU names
# another: the emulator's own default has vectors that no such board has, and is far slower with them.
run_foreign() {
    local kernel=/proc/sys/fs/binfmt_misc
    export QEMU_CPU=${QEMU_CPU-cortex-a72}
    [ "$(dpkg --print-architecture)" != arm64 ] || return 0
    install_packages emulator
    [ -e $kernel/register ] || mount -t binfmt_misc binfmt_misc $kernel 2>/dev/null \
        || fail "the kernel has no binfmt_misc here (a container?): programs for arm64 cannot be started"
    [ -e $kernel/qemu-aarch64 ] || cat /usr/lib/binfmt.d/qemu-aarch64.conf >$kernel/register
}
