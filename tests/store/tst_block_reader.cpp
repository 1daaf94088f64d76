#include <QtTest>

#include <array>
#include <fcntl.h>
#include <unistd.h>

#include "backend/store/block_reader.h"
#include "tests/store/files.h"

using namespace relaytab;

namespace {

QByteArray readAll(BlockReader &reader)
{
    QByteArray bytes;
    for (;;) {
        const auto block = reader.next();
        if (!block || block->empty())
            return block ? bytes : QByteArray("(failed)");
        bytes.append(block->data(), qsizetype(block->size()));
    }
}

QByteArray pattern(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char(i * 7 + i / 251);
    return bytes;
}

} // namespace

class TestBlockReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAllBytes_data();
    void readsAllBytes();
    void hashesAsInMemory_data() { readsAllBytes_data(); }
    void hashesAsInMemory();
    void readsStandardInput();
    void reportsFaults();
    void aSingleBlockEnds();
    void beginsAgain();
    void aPipeIsReadOnce();

private:
    QTemporaryDir m_folder;
};

void TestBlockReader::readsAllBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto block = qsizetype(BlockReader::blockSize);
    for (const qsizetype size : {qsizetype(0), qsizetype(1), block - 1, block, block + 1, 3 * block})
        QTest::addRow("%lld", static_cast<long long>(size)) << pattern(size);
}

void TestBlockReader::readsAllBytes()
{
    QFETCH(QByteArray, bytes);
    const QString path = m_folder.filePath(QStringLiteral("bytes"));
    files::write(path, bytes);
    auto reader = BlockReader::open(path);
    QVERIFY(reader);
    QVERIFY(readAll(*reader) == bytes);
}

void TestBlockReader::hashesAsInMemory()
{
    QFETCH(QByteArray, bytes);
    const QString path = m_folder.filePath(QStringLiteral("bytes"));
    files::write(path, bytes);
    QCOMPARE(BlockReader::open(path).and_then([](BlockReader &&reader) { return revisionOf(reader); }).value(),
             revisionOf(bytes));
}

/// A pipe gives less than a block at a time, and its reader must not take standard input away when it ends.
void TestBlockReader::readsStandardInput()
{
    const int before = dup(STDIN_FILENO);
    int ends[2];
    QCOMPARE(pipe(ends), 0);
    QCOMPARE(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
    const QByteArray bytes = pattern(300'000);
    const auto writer = std::unique_ptr<QThread>(QThread::create([&] {
        for (qsizetype at = 0; at < bytes.size(); at += 10'000)
            (void)::write(ends[1], bytes.constData() + at, 10'000);
        ::close(ends[1]);
    }));
    writer->start();
    QByteArray got;
    {
        auto reader = BlockReader::openStandardInput();
        if (reader)
            got = readAll(*reader);
    }
    const bool isStillOpen = fcntl(STDIN_FILENO, F_GETFD) != -1;
    writer->wait();
    dup2(before, STDIN_FILENO);
    ::close(before);
    ::close(ends[0]);
    QVERIFY(got == bytes);
    QVERIFY(isStillOpen);
}

void TestBlockReader::reportsFaults()
{
    const QString absent = m_folder.filePath(QStringLiteral("absent"));
    QCOMPARE(BlockReader::open(absent).error(),
             (StoreError{.code = StoreErrorCode::NotFound, .path = absent, .systemError = ENOENT}));
    auto folder = BlockReader::open(m_folder.path());
    QVERIFY(folder);
    QCOMPARE(folder->next().error(),
             (StoreError{.code = StoreErrorCode::NotReadable, .path = m_folder.path(), .systemError = EISDIR}));
}

void TestBlockReader::aSingleBlockEnds()
{
    const auto source = singleBlock("bytes");
    QCOMPARE(source().value().size(), 5U);
    QVERIFY(source().value().empty());
    QVERIFY(source().value().empty());
}

void TestBlockReader::beginsAgain()
{
    const QString path = m_folder.filePath(QStringLiteral("again"));
    const QByteArray bytes = pattern(qsizetype(BlockReader::blockSize) + 10);
    files::write(path, bytes);
    auto reader = BlockReader::open(path);
    QVERIFY(reader.has_value());
    QVERIFY(reader->next()->size() > 0);
    QVERIFY(reader->rewind());
    QCOMPARE(readAll(*reader), bytes);
}

void TestBlockReader::aPipeIsReadOnce()
{
    std::array<int, 2> ends{};
    QCOMPARE(::pipe(ends.data()), 0);
    QCOMPARE(::write(ends[1], "abc", 3), ssize_t(3));
    ::close(ends[1]);
    auto reader = BlockReader::open(QStringLiteral("/dev/fd/%1").arg(ends[0]));
    ::close(ends[0]);
    QVERIFY(reader.has_value());
    QVERIFY(!reader->rewind());
    QCOMPARE(readAll(*reader), QByteArray("abc"));
}

QTEST_GUILESS_MAIN(TestBlockReader)
#include "tst_block_reader.moc"
