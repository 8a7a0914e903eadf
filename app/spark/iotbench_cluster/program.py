"""Where the program `iotbench` lies, on the driver and on every executor, and how it is called."""
import os
import shutil

# What --archives iotbench.tar.gz#iotbench unpacks to, beside an executor's other files.
IN_ARCHIVE = "iotbench/bin/iotbench"

# What a classifier is told, as options of max and stream and of the program alike.
CLASSIFIER_OPTIONS = ("modelPath", "engine", "precision", "device", "batch-size", "normalise")


def find_program(asked):
    """The program's path here: the one asked for, else what --archives brought, else the one on PATH."""
    if asked:
        found = shutil.which(asked)
        if found is None:
            raise FileNotFoundError(f"there is no program {asked} on {os.uname().nodename}")
        return os.path.abspath(found)
    for folder in archive_folders():
        path = os.path.join(folder, IN_ARCHIVE)
        if os.access(path, os.X_OK):
            return os.path.abspath(path)
    found = shutil.which("iotbench")
    if found is None:
        raise FileNotFoundError(
            f"iotbench is not on {os.uname().nodename}: ship it with --archives iotbench.tar.gz#iotbench, "
            "or install it on every host and name it with --program")
    return found


def archive_folders():
    """Where Spark unpacks archives: the folder of its files; on YARN and Kubernetes the working folder."""
    from pyspark import SparkFiles  # a driver may look for the program before there is a context

    folders = [os.getcwd()]
    try:
        folders.insert(0, SparkFiles.getRootDirectory())
    except (AssertionError, AttributeError, TypeError):
        pass
    return folders


def classifier_options(arguments, task_cpus):
    """What the classifiers are told, in the program's own words; each has the CPUs of its task for workers."""
    options = ["--workers", str(task_cpus)]
    for name in CLASSIFIER_OPTIONS:
        value = getattr(arguments, name.replace("-", "_"))
        if value is not None:
            options += [f"--{name}", str(value)]
    return options
