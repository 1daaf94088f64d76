#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

namespace relaytab {

enum class ProgressStep : std::uint8_t { Continue, Cancel };

/// Told now and then, in the thread that works, how much of a long answer is done, from 0 to 1; says whether to go on.
using Progress = std::function<ProgressStep(double done)>;

/// Tells a Progress of one stretch of the work after the other, and not too often.
class ProgressMeter
{
public:
    explicit ProgressMeter(const Progress &progress) : m_progress(progress) { }

    /// The next stretch ends at `end`, from 0 to 1. False: cancel.
    [[nodiscard]] bool startStretch(double end)
    {
        m_begin = m_end;
        m_end = end;
        m_steps = 0;
        return tell(m_begin);
    }
    /// One of about `all` steps of the stretch is done. False: cancel.
    [[nodiscard]] bool step(std::size_t all)
    {
        constexpr std::size_t seldom = 1U << 13;
        if (++m_steps % seldom != 0)
            return true;
        return tell(m_begin + (m_end - m_begin) * static_cast<double>(m_steps) / static_cast<double>(all));
    }

private:
    [[nodiscard]] bool tell(double done) const
    {
        return !m_progress || m_progress(done < m_end ? done : m_end) == ProgressStep::Continue;
    }

    const Progress &m_progress;
    double m_begin = 0;
    double m_end = 0;
    std::size_t m_steps = 0;
};

} // namespace relaytab
