#include "model/analysis/list_shape.h"

namespace relaytab {

ListShape shapeOf(const RuleList &list)
{
    FlatList flat = flatten(list);
    ListShape shape;
    shape.ipv4 = ListCover<std::uint32_t>(std::move(flat.ipv4), flat.gaps);
    shape.ipv6 = ListCover<Bits>(std::move(flat.ipv6), flat.gaps);
    shape.gaps = std::move(flat.gaps);
    return shape;
}

} // namespace relaytab
