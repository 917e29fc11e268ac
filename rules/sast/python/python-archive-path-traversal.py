import shutil
import tarfile
import zipfile


def unpack(path, target):
    with tarfile.open(path) as tar:
        # ruleid: python-archive-path-traversal
        tar.extractall(target)
    archive = tarfile.open(path, "r:gz")
    # ruleid: python-archive-path-traversal
    archive.extractall(path=target)
    for member in archive.getnames():
        # ruleid: python-archive-path-traversal
        archive.extract(member, target)
    # ruleid: python-archive-path-traversal
    tarfile.open(path).extractall()


def good(path, target):
    with tarfile.open(path) as tar:
        # ok: python-archive-path-traversal
        tar.extractall(target, filter="data")
    with tarfile.open(path) as tar:
        # ok: python-archive-path-traversal
        tar.extractall(target, members=checked(tar))
    with zipfile.ZipFile(path) as archive:
        # ok: python-archive-path-traversal
        archive.extractall(target)


def good_checked(path, target):
    with tarfile.open(path) as tar:
        for member in tar.getmembers():
            if member.name.startswith(("/", "..")):
                raise ValueError(member.name)
        # ok: python-archive-path-traversal
        tar.extractall(target)
